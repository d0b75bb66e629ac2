/**
 * Loaded into the Playground's window, which loses what comes for a thread that it does not know yet, and what comes
 * while it opens its connection anew, as it does at every new thread. Here news wait for it, one after the other.
 */
(() => {
  const { WebSocket: Real, XMLHttpRequest: Request, fetch } = window;
  /** How long the window needs to take something in, in milliseconds. */
  const pause = 100;
  const news = [];
  let server;
  let listener;
  let sending = 0;
  let busyUntil = 0;

  const busy = () => {
    busyUntil = performance.now() + pause;
  };
  const begun = () => {
    sending += 1;
  };
  const ended = () => {
    sending -= 1;
    busy();
  };
  setInterval(() => {
    if (news.length === 0 || listener?.readyState !== Real.OPEN || sending > 0 || performance.now() < busyUntil) return;
    listener.tell('message', new MessageEvent('message', { data: news.shift() }));
    busy();
  }, 20);

  /** What the window takes for its connection. */
  class Listener extends EventTarget {
    readyState = Real.CONNECTING;
    constructor(url) {
      super();
      this.url = url;
      listener = this;
      if (!server) {
        server = new Real(url);
        server.addEventListener('message', ({ data }) => news.push(data));
      }
      setTimeout(() => {
        if (this.readyState !== Real.CONNECTING) return;
        this.readyState = Real.OPEN;
        busy();
        this.tell('open', new Event('open'));
      });
    }
    tell(kind, event) {
      this[`on${kind}`]?.(event);
      this.dispatchEvent(event);
    }
    send(data) {
      server.send(data);
    }
    close() {
      this.readyState = Real.CLOSED;
      this.tell('close', new CloseEvent('close'));
    }
  }

  window.WebSocket = new Proxy(Real, {
    construct: (target, [url, ...rest]) =>
      String(url).includes('_ws_conversation') ? new Listener(url) : new target(url, ...rest),
  });

  const isMessage = (method, url) => method === 'POST' && String(url).endsWith('/messages');

  const { open, send } = Request.prototype;
  Request.prototype.open = function (method, url, ...rest) {
    this.sendsMessage = isMessage(method, url);
    return open.call(this, method, url, ...rest);
  };
  Request.prototype.send = function (...body) {
    if (this.sendsMessage) {
      begun();
      this.addEventListener('loadend', ended);
    }
    return send.apply(this, body);
  };
  window.fetch = async (input, init) => {
    if (!isMessage(init?.method, input?.url ?? input)) return fetch(input, init);
    begun();
    return fetch(input, init).finally(ended);
  };
})();
