// Requests to the server that this page came from, and to no other.

const KEY = "rustmend-token";

export class Problem extends Error {}

export function keepToken(token) {
  sessionStorage.setItem(KEY, token);
}

function headers(more = {}) {
  const token = sessionStorage.getItem(KEY);
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

export async function request(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: headers(options.headers) });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem("The server cannot be reached.");
  }
  if (answer.ok) return answer;
  const said = await answer.json().catch(() => ({}));
  const problem = new Problem(said.detail ?? `The server answered ${answer.status}.`);
  problem.status = answer.status;
  throw problem;
}

export async function get(path) {
  return (await request(path)).json();
}

export async function post(path, body) {
  const type = { "Content-Type": "application/json" };
  return (await request(path, { method: "POST", headers: type, body: JSON.stringify(body) })).json();
}

// Calls `on(kind, data)` for each server-sent event; EventSource could not send the token.
export async function follow(path, on, signal) {
  const answer = await request(path, { signal });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const kind = /^event: (.*)$/m.exec(event);
      const data = /^data: (.*)$/m.exec(event);
      if (kind && data) on(kind[1], JSON.parse(data[1]));
    }
  }
}
