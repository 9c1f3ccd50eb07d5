/**
 * Scrolls to where one was, and again while the page still grows: formulas, code and what the file mentions arrive
 * after the text and would push the place away. Ends when the reader scrolls, or after a few seconds. Returns its end.
 */
export function settle(scroll: () => void): () => void {
  const { style } = document.documentElement;
  // Else the browser scrolls too, and could not be told from the reader.
  style.overflowAnchor = 'none';
  let at = 0;
  const place = () => {
    scroll();
    at = window.scrollY;
  };
  const growth = new ResizeObserver(place);
  const onScroll = () => Math.abs(window.scrollY - at) > 1 && end();
  const end = () => {
    growth.disconnect();
    window.removeEventListener('scroll', onScroll);
    clearTimeout(timer);
    style.overflowAnchor = '';
  };
  const timer = setTimeout(end, LONGEST_MS);
  place();
  growth.observe(document.body);
  window.addEventListener('scroll', onScroll);
  return end;
}

const LONGEST_MS = 5000;
