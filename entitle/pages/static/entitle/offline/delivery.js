/* Sends what waits, one claim at a time. A claim leaves this browser only once the server has said that it has it; sent
   twice, it is the same claim there. */

/** What became of it: "all_sent", "some_refused", "sign_in" or "away". */
export async function deliver(store, addresses) {
  const session = await asked(addresses.session);
  if (!session) return "away";
  if (session.type === "opaqueredirect" || session.status === 403) return "sign_in";
  if (!session.ok) return "away";
  const {token} = await session.json();
  const device = await store.setting("device");
  const told = await asked(addresses.tell, token, {device, taken: await store.setting("taken")});
  if (!told?.ok) return "away";
  for (const claim of await store.claims()) {
    if (claim.state !== "waiting") continue;
    const answer = await asked(addresses.deliver, token, {device, number: claim.number, ...await store.unseal(claim)});
    if (answer?.status === 422) await store.refused(claim, (await answer.json()).reason);
    else if (answer?.ok) await store.arrived(claim.number, (await answer.json()).code);
    else return "away";
  }
  return (await store.claims()).some(claim => claim.state === "refused") ? "some_refused" : "all_sent";
}

/** The answer, or nothing where there was none. */
async function asked(address, token, body) {
  const options = {redirect: "manual", cache: "no-store", credentials: "same-origin"};
  if (body) {
    Object.assign(options, {method: "POST", body: JSON.stringify(body),
      headers: {"Content-Type": "application/json", "X-CSRFToken": token}});
  }
  try {
    return await fetch(address, options);
  } catch {
    return null;
  }
}
