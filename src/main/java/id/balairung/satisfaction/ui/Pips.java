package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Span;

/** A rating as four squares, so many of them filled. */
class Pips extends Span {

    private static final int FOUR = 4;
    private static final int LOW = 2;

    Pips(SatisfactionWords words, int score) {
        addClassName("bl-pips");
        setClassName("low", score <= LOW);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words.text("satisfaction.of-four", score));
        for (int pip = 1; pip <= FOUR; pip++) {
            Fill square = new Fill();
            square.getElement().getClassList().set("f", pip <= score);
            add(square);
        }
    }
}
