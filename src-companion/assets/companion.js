// Everything works without this file; it only spares a second press.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent === "true") event.preventDefault();
    form.dataset.sent = "true";
  });
}

// A page that comes back out of the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) delete form.dataset.sent;
});

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// The held time runs down on the page, too; the server alone decides when it is over.
for (const clock of document.querySelectorAll("[data-seconds-left]")) {
  const end = performance.now() + Number(clock.dataset.secondsLeft) * 1_000;
  const tick = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1_000));
    clock.textContent = minutes(left);
    if (left > 0) setTimeout(tick, 1_000);
  };
  tick();
}

// Whoever is in another zone sees the time on their own clock as well.
for (const line of document.querySelectorAll("[data-own-clock]")) {
  const format = (timeZone) =>
    new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
    }).format(Number(line.dataset.ownClock));
  const own = format(undefined);
  if (own === format(line.dataset.zone)) continue;
  line.textContent = line.dataset.words.replace("{time}", own);
  line.hidden = false;
}
