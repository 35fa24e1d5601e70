// What happens around Studio's requests: the frame learns of every save and refusal, and a save is never lost because a session has ended.
const saves = /\/elsa\/api\/workflow-definitions(\?|$)/;
const longestWait = 90_000; // Studio gives a request up after 100 s

/** Wraps the page's fetch. @param tell called with { kind, … } for the page around. @param id the definition that is open. */
export function watch(tell, id) {
  const ask = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const address = typeof resource === 'string' ? resource : resource.url;
    const isSave = options?.method === 'POST' && saves.test(address);
    if (!isSave) return renewed(await ask(resource, options), () => ask(resource, options));

    const text = await new Response(options.body).text();
    localStorage.setItem(keptUnder(id), text);
    const send = () => ask(resource, { ...options, body: text });
    const answer = await renewed(await send(), send);
    if (answer.ok) {
      localStorage.removeItem(keptUnder(id));
      const { workflowDefinition } = await answer.clone().json();
      tell({ kind: 'saved', id: workflowDefinition.definitionId, version: workflowDefinition.version });
    } else {
      tell({ kind: 'refused', status: answer.status, answer: await answer.clone().text() });
    }
    return answer;
  };

  /** After "not signed in" the page around asks for a sign-in; the request waits for it and is sent again. */
  async function renewed(answer, again) {
    if (answer.status !== 401) return answer;
    tell({ kind: 'session-ended' });
    const signedIn = await new Promise((resolve) => {
      const give = (message) => message.origin === location.origin && message.data?.kind === 'signed-in' && resolve(true);
      window.addEventListener('message', give);
      setTimeout(() => { window.removeEventListener('message', give); resolve(false); }, longestWait);
    });
    return signedIn ? again() : answer;
  }
}

/** A draft that did not reach the server, as the text of its request; null when there is none. */
export const unsaved = (id) => localStorage.getItem(keptUnder(id));

export const forget = (id) => localStorage.removeItem(keptUnder(id));

const keptUnder = (id) => `egov-draft:${id}`;
