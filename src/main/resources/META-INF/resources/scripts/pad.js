// Wakes the pad, and sends it home when nobody touches it any more. What home is, asleep or asking, only the server knows.
(() => {
  const home = '/papan-nilai';
  const { shows, rest } = document.body.dataset;
  let answering = false;
  let leaving = false;
  let idle;

  // Only while the server answers: a browser's own page of faults would stand there until somebody comes.
  const leave = () => {
    leaving = true;
    fetch(home, { cache: 'no-store', redirect: 'manual' })
      .then((answer) => (answer.status < 500 ? location.replace(home) : Promise.reject(answer.status)))
      .catch(() => setTimeout(leave, 5000));
  };
  const touch = () => {
    clearTimeout(idle);
    idle = setTimeout(leave, Number(rest) * 1000);
  };
  ['pointerdown', 'keydown', 'scroll', 'input'].forEach((sign) => document.addEventListener(sign, touch, { passive: true }));
  document.addEventListener('input', () => (answering = true));
  touch();

  const isNews = (now) => {
    switch (now) {
      case 'parted':
        return true;
      case 'asleep':
        return shows === 'asking' && !answering;
      default:
        return !answering && !location.pathname.endsWith(now);
    }
  };
  const news = new EventSource(`${home}/kabar`);
  news.addEventListener('now', (told) => {
    if (!leaving && isNews(told.data)) {
      news.close();
      leave();
    }
  });
  news.addEventListener('error', () => {
    if (!leaving && news.readyState === EventSource.CLOSED) {
      leave();
    }
  });
})();
