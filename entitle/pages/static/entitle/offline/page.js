/* The offline page: unlock, take claims question by question, and send them when the server is back. */
import { button, element, errorSummary, heading, linked, paragraph, part, passwordField, rows } from "./drawing.js";
import { deliver } from "./delivery.js";
import { claimOf, drawn, inWords, pathOf, questionsOf, typedIn, withError } from "./questions.js";
import { namesOf } from "./walk.js";
import { openStore, WrongPassphrase } from "./store.js";

const AGAIN_AFTER_MILLISECONDS = 10_000;
const SHORTEST_PASSPHRASE = 12;
const main = document.getElementById("main-content");
const addresses = document.body.dataset;
const store = await openStore();
const data = await (await fetch(addresses.questions)).json();
let language = navigator.language.startsWith("cy") ? "cy" : "en";
let show = unlock;
let keepTyping = () => {};
let outcome = "";
let sending = null;
let turns = 0;
const say = name => data.words[name][language];

/** One screen at a time. `again` draws it anew, in another language or with news. */
function screen(again, title, ...inside) {
  show = again;
  turns += 1;
  keepTyping = () => {};
  document.documentElement.lang = language;
  document.title = `${title} – Entitle`;
  main.replaceChildren(...inside.filter(each => each));
  main.focus();
  window.scrollTo(0, 0);
}

function languages() {
  const names = {en: "English", cy: "Cymraeg"};
  const items = Object.entries(names).map(([code, name]) => element("li", {}, code === language
    ? element("span", {lang: code, "aria-current": "true"}, name)
    : element("button", {type: "button", lang: code, class: "entitle-as-link govuk-link", onclick: () => {
      keepTyping();
      language = code;
      languages();
      show();
    }}, name)));
  document.getElementById("language").setAttribute("aria-label", say("language"));
  document.getElementById("language").replaceChildren(
    element("ul", {class: "entitle-language govuk-body-s"}, ...items));
}

async function unlock(problem = "") {
  const isNew = !await store.setting("salt");
  const summary = problem ? errorSummary(say("problem"), say(problem), "passphrase") : null;
  const form = element("form", {onsubmit: event => {
    event.preventDefault();
    opened(isNew, typedIn(form));
  }},
  isNew ? paragraph(say("choose_why")) : null,
  passwordField("passphrase", say("passphrase"), isNew ? say("length") : "", isNew ? "new-password" : "current-password"),
  isNew ? passwordField("again", say("again"), "", "new-password") : null,
  button(say("open")));
  const title = say(isNew ? "choose" : "enter");
  screen(() => unlock(), problem ? `${say("error")}: ${title}` : title, summary, heading(title), form);
  summary?.focus();
}

async function opened(isNew, {passphrase, again}) {
  if (isNew && passphrase.length < SHORTEST_PASSPHRASE) return unlock("too_short");
  if (isNew && passphrase !== again) return unlock("not_same");
  try {
    await (isNew ? store.setUp(passphrase) : store.unlock(passphrase));
  } catch (problem) {
    if (problem instanceof WrongPassphrase) return unlock("wrong");
    throw problem;
  }
  await home();
  return send();
}

async function home() {
  const turn = turns;
  const [claims, drafts] = [await store.claims(), await store.drafts()];
  if (turns !== turn && show !== home) return;  // whoever went on to a question meanwhile is left at it
  const count = state => claims.filter(claim => claim.state === state).length;
  const news = outcome === "sign_in"
    ? paragraph(say("sign_in"), " ", element("a", {class: "govuk-link", href: addresses.signIn}, say("sign_in_link")))
    : outcome && claims.length ? paragraph(say(outcome)) : null;
  screen(home, say("title"), heading(say("title")),
    element("div", {role: "status", id: "news"}, ...(news ? [news] : [])),
    part(say("start")),
    element("ul", {class: "govuk-list"}, ...Object.entries(data.schemes).map(([name, scheme]) =>
      element("li", {}, button(scheme.title[language], () => begin(name), {secondary: true})))),
    drafts.length ? part(say("unfinished")) : null,
    drafts.length ? element("ul", {class: "govuk-list"}, ...drafts.map(draft =>
      element("li", {}, linked(nameOf(draft), () => goOn(draft))))) : null,
    part(say("tally")),
    rows([[say("taken"), String(claims.length)], ...["arrived", "waiting", "refused"].map(state =>
      [say(state), String(count(state))])]),
    ...claims.filter(claim => claim.state === "refused").map(claim => paragraph(`${claim.number}: ${claim.reason}`)),
    count("waiting") ? button(say("send"), send) : null);
}

function nameOf(draft) {
  const began = new Date(draft.began_at).toLocaleString(language === "cy" ? "cy-GB" : "en-GB",
    {dateStyle: "short", timeStyle: "short"});
  return `${data.schemes[draft.scheme].title[language]}, ${say("began")} ${began}`;
}

function begin(scheme) {
  return goOn({id: crypto.randomUUID(), scheme, language, began_at: new Date().toISOString(), fields: {}, passed: []});
}

function goOn(draft) {
  const path = pathOf(questionsOf(data, draft.scheme), draft);
  return path.next ? ask(draft, path.next) : check(draft);
}

/** One question, as the server drew it. `typed` is what was written and is wrong, or not yet kept. */
function ask(draft, question, typed = null, problem = "") {
  const shown = typed ?? draft.fields;
  const form = element("form", {novalidate: "", onsubmit: event => {
    event.preventDefault();
    answered(draft, question, typedIn(form));
  }}, drawn(question, shown, language), button(say("save")), " ",
  button(say("later"), () => home(), {secondary: true}));
  const summary = problem ? errorSummary(say("problem"), question.missing[language], withError(form,
    question.missing[language])) : null;
  const title = question.ask[language];
  let kept = typed;
  screen(() => ask(draft, question, kept, problem), problem ? `${say("error")}: ${title}` : title,
    element("p", {}, linked(say("back"), () => goBack(draft, question))), summary, form);
  keepTyping = () => { kept = typedIn(form); };
  summary?.focus();
}

async function answered(draft, question, typed) {
  const written = namesOf(question, typed).some(name => typed[name].trim());
  if (!written && !question.optional) return ask(draft, question, typed, "missing");
  for (const name of namesOf(question, draft.fields)) delete draft.fields[name];
  for (const name of namesOf(question, typed)) draft.fields[name] = typed[name];
  draft.passed = draft.passed.filter(fact => fact !== question.fact).concat(written ? [] : [question.fact]);
  await store.keepDraft(draft);
  return goOn(draft);
}

function goBack(draft, question) {
  const asked = pathOf(questionsOf(data, draft.scheme), draft).asked.filter(each => each.kind !== "document");
  const here = asked.findIndex(each => each.fact === question.fact);
  const before = here < 0 ? asked.at(-1) : asked[here - 1];
  return before ? ask(draft, before) : home();
}

/** Every answer, the declaration, and the end of it. */
function check(draft, problem = "") {
  const questions = questionsOf(data, draft.scheme);
  const asked = pathOf(questions, draft).asked.filter(each => each.kind !== "document");
  const declaration = data.schemes[draft.scheme].declaration;
  const summary = problem ? errorSummary(say("problem"), say(problem), "agree") : null;
  const form = element("form", {novalidate: "", onsubmit: event => {
    event.preventDefault();
    return typedIn(form).agree || !declaration ? finish(draft, questions) : check(draft, "must_agree");
  }}, declaration ? part(say("declaration")) : null, declaration ? paragraph(declaration[language]) : null,
  declaration ? element("div", {class: "govuk-form-group govuk-checkboxes"},
    element("div", {class: "govuk-checkboxes__item"},
      element("input", {class: "govuk-checkboxes__input", id: "agree", name: "agree", type: "checkbox", value: "yes"}),
      element("label", {class: "govuk-label govuk-checkboxes__label", for: "agree"}, say("agree")))) : null,
  button(say("finish")));
  const title = say("check");
  screen(() => check(draft), problem ? `${say("error")}: ${title}` : title, summary, heading(title),
    rows(asked.map(question => [question.called[language], inWords(question, draft.fields, language)
      || say("not_answered"), linked(say("change"), () => ask(draft, question), question.called[language])])), form);
  summary?.focus();
}

async function finish(draft, questions) {
  const number = await store.finish(draft, claimOf(questions, draft));
  outcome = "";
  const told = () => screen(told, say("kept"), heading(say("kept")),
    paragraph(`${say("kept_number")}: `, element("strong", {id: "number"}, String(number))), paragraph(say("kept_why")),
    button(say("home"), home));
  told();
  return send();
}

/** Sends what waits, one run at a time; the first screen is drawn again with the news. */
function send() {
  sending ??= run().finally(() => { sending = null; });
  return sending;
}

/** What the first screen tells: it is drawn again only when this has changed, so as to interrupt nobody. */
async function standing() {
  return outcome + (await store.claims()).map(claim => claim.state).join(" ");
}

async function run() {
  if (!store.key || !(await store.claims()).some(claim => claim.state === "waiting")) return;
  const before = await standing();
  outcome = await deliver(store, addresses);
  if (show === home && await standing() !== before) await home();
}

languages();
await unlock();
window.addEventListener("online", send);
setInterval(send, AGAIN_AFTER_MILLISECONDS);
await navigator.serviceWorker.register(addresses.worker);
