export const help = {
  title: "Help",
  about: "Bookings work all the time, with or without a network.",
  now: "Right now",
  states: "What the sync says",
  stateWord: {
    active: "Active",
    offline: "Offline",
    error: "Error",
    disconnected: "Disconnected",
  },
  state: {
    active: "The desk and Google Calendar are in step. Changes go out within seconds.",
    offline:
      "No network. Go on booking: changes wait on this computer and go out by themselves. Google’s busy times may be out of date.",
    error:
      "Something only a person can end, such as signing in again. Nothing is lost; the red line names the one thing to do.",
    disconnected: "No calendar is connected. Bookings stay on this computer.",
  },
  questions: "Good to know",
  question: {
    move: "If somebody moves a booking in Google",
    delete: "If somebody deletes a booking in Google",
    foreign: "If somebody adds an event in Google",
    both: "If a booking is changed here and in Google",
  },
  answer: {
    move: "The booking moves too, if the new time is free for that person. If not, the event is put back.",
    delete:
      "The event is put back and Integrations asks whether to cancel the booking. Only the desk cancels a booking.",
    foreign:
      "It blocks that time at the desk as “Busy”, for everyone. Open it on the schedule to give it to one person.",
    both: "The desk wins, and Integrations says so.",
  },
  keyboard: "Keyboard",
  version: "Version",
  versionLine: "Bellhop {{version}}",
  host: { electron: "In its own window", browser: "In the browser" },
  practice: "Practice mode: a sample business beside a stand-in for Google. Nothing here is real.",
} as const;
