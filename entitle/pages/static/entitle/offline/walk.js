/* The walk through a question set without the server: the same path as `questions.walk` finds, from the same data. */

/** Whether a condition (data that `Condition.to_data` wrote) holds of what is known. A fact not known holds nothing. */
export function holds(condition, seen) {
  if (condition.all) return condition.all.every(part => holds(part, seen));
  if (condition.any) return condition.any.some(part => holds(part, seen));
  const value = seen[condition.fact];
  if (condition.is_one_of) return condition.is_one_of.some(each => each === value);
  if (condition.is_known) return value !== undefined && value !== null;
  throw new Error(`not a condition: ${JSON.stringify(condition)}`);
}

/** Where someone is: the questions answered and those the record answered, the first still to ask, and those after. */
export function walk(questions, answers, known = {}) {
  const asksFor = new Set(questions.map(question => question.fact));
  const elsewhere = Object.entries({...known, ...answers}).filter(([fact]) => !asksFor.has(fact));
  const seen = Object.fromEntries(elsewhere);
  const path = {asked: [], known: [], ahead: []};
  for (const question of questions) {
    if (question.when && !holds(question.when, seen)) continue;
    if (isAnswered(question, answers)) {
      path.asked.push(question);
      seen[question.fact] = answers[question.fact];
    } else if (known[question.fact] !== undefined && known[question.fact] !== null) {
      path.known.push(question);
      seen[question.fact] = known[question.fact];
    } else {
      path.ahead.push(question);
    }
  }
  return {...path, next: path.ahead.shift() ?? null};
}

/** What a question's fields say, as far as a condition can tell: a yes or no, a choice, or any text. Null for nothing. */
export function valueIn(question, fields) {
  const written = namesOf(question, fields).map(name => fields[name].trim()).filter(text => text);
  if (!written.length) return null;
  if (question.kind === "yes_no") return written[0] === "yes";
  return written[0];
}

/** The fields of one question among those written: of a list, those of every row. */
export function namesOf(question, fields) {
  const rows = new RegExp(`^${question.field}-[0-9]+-`);
  const isIts = question.kind === "repeat" ? name => rows.test(name) : name => question.fields.includes(name);
  return Object.keys(fields).filter(isIts);
}

/** Answers by fact. `passed` are the optional questions that were put and left blank. */
export function answersIn(questions, fields, passed = []) {
  const answers = {};
  for (const question of questions) {
    const value = valueIn(question, fields);
    if (value !== null || passed.includes(question.fact)) answers[question.fact] = value;
  }
  return answers;
}

function isAnswered(question, answers) {
  const value = answers[question.fact];
  return value !== undefined && (question.optional || value !== null);
}
