// Wakes the pad and sends it to sleep: looks at the home page anew when the server says so, unless somebody is just answering.
(() => {
  const shown = document.body.dataset.shown;
  let touched = false;
  document.addEventListener('input', () => (touched = true));
  const news = new EventSource(`/papan-nilai/kabar?shown=${encodeURIComponent(shown)}`);
  news.addEventListener('anew', () => {
    if (!touched) {
      news.close();
      location.replace('/papan-nilai');
    }
  });
})();
