// Walks every case on standard input as the offline page does, and writes the paths.
import { answersIn, walk } from "../../entitle/pages/static/entitle/offline/walk.js";

let written = "";
for await (const part of process.stdin) written += part;
const facts = questions => questions.map(question => question.fact);
const sets = JSON.parse(written).map(({questions, cases}) => cases.map(({fields, passed, known}) => {
  const path = walk(questions, answersIn(questions, fields, passed), known);
  return {asked: facts(path.asked), known: facts(path.known), next: path.next?.fact ?? null, ahead: facts(path.ahead)};
}));
process.stdout.write(JSON.stringify(sets));
