package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;

/** Says that an address names no period, and leads to one. */
class NoSuchPeriod extends Div {

    NoSuchPeriod(SatisfactionServices services) {
        addClassNames("bl-main", "bl-satisfaction-nowhere");
        SatisfactionWords words = services.words(getLocale());
        EmptyState told = new EmptyState(
                Icons.NOT_FOUND, words.text("satisfaction.no-period"), words.text("satisfaction.no-period-next"));
        Anchor link = new Anchor(SatisfactionAddress.PATH, words.text("satisfaction.no-period.open"));
        link.getElement().setAttribute("router-link", true);
        told.add(link);
        Div card = new Div(told);
        card.addClassName("bl-card");
        add(card);
    }
}
