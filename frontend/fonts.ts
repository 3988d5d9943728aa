// The one typeface, bundled: a mall's network may have no internet. Weights vary from 200 to 800 in a single file.
import '@fontsource-variable/plus-jakarta-sans/wght.css';
