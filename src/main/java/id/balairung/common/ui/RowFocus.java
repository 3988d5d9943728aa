package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Keeps the focus on its row while the rows of the grid before it change their order: the grid itself keeps it on a place, and
 * whoever pressed Enter there would come to whichever row had just moved in. Rows are told apart by the link in them.
 */
@Tag("bl-row-focus")
@JsModule("./bl-row-focus.ts")
public class RowFocus extends Component {}
