package counterexample;

import com.vaadin.flow.component.menubar.MenuBar;

class EnglishMenu extends MenuBar {}
