/* Brings a caller to the agent's screen as the telephone rings. Every page also works without it. */
const told = document.querySelector("[data-calls]");
const known = told.dataset;
const WITH_AN_AGENT = ["offered", "answered", "wrapping_up"];
let wait = 1000;

/* Of the page's own call, that it stands elsewhere; of another, that it has come to this agent; or that there is none. */
function isNews(call) {
  if (call.line === known.line) return call.state !== known.state;
  return !call.line || WITH_AN_AGENT.includes(call.state);
}

/* A page in which something is typed only says what happened; the others show where the call stands now. */
function heard(call) {
  if (!isNews(call)) return;
  if (known.calls === "call") {
    if (call.line !== known.line) return;
    if (call.state === "answered") joined();
    else told.textContent = known.gone;
  } else {
    location.assign(WITH_AN_AGENT.includes(call.state) ? known.linePage.replace("LINE", call.line) : known.here);
  }
}

/* They speak now: what an agent can then do was on the page, and is shown. */
function joined() {
  document.querySelector("[data-joining]")?.remove();
  document.querySelector("[data-joined]")?.removeAttribute("hidden");
}

async function look() {
  const answer = await fetch(known.standing);
  const standing = await answer.json();
  heard(standing);
  return standing.stream;
}

function listen(address) {
  const stream = new EventSource(address);
  stream.addEventListener("open", () => { wait = 1000; });
  stream.addEventListener("call", event => heard(JSON.parse(event.data)));
  stream.addEventListener("last", event => { if (isNews(JSON.parse(event.data))) look().catch(() => {}); });
  stream.addEventListener("resync", () => look().catch(() => {}));
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(again, wait);
  });
}

/* The token was used up, or the process beside the web is not there: with a new one, and after a longer wait each time. */
async function again() {
  wait = Math.min(wait * 2, 30000);
  try {
    listen(await look());
  } catch {
    setTimeout(again, wait);
  }
}

if (known.stream) listen(known.stream);
document.querySelector("[data-opens-record]")?.requestSubmit();
