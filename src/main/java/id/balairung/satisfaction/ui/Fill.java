package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** What fills a bar, as far as {@code --progress} says. */
@Tag("i")
class Fill extends Component {}
