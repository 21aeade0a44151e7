/** Calls one of the simulator's controls; rejects with its message. */
export async function call(name, ...parameters) {
  const response = await fetch(`/_control/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? answer.error ?? response.statusText);
  return answer.result;
}

let hiding;

/** Shows what went wrong for a few seconds. */
export function showMessage(text) {
  const message = document.getElementById("message");
  message.textContent = text;
  message.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    message.hidden = true;
  }, 6000);
}
