package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Span;
import id.balairung.satisfaction.Mutu;

/** The quality that an IKM stands for, in its letter, its word and its colour. */
class MutuBadge extends Span {

    MutuBadge(SatisfactionWords words, Mutu mutu) {
        Span letter = new Span(words.text("satisfaction.mutu", mutu.name()));
        letter.addClassName("mutu");
        add(letter, new Span(words.mutu(mutu)));
        addClassNames("bl-badge", "l", IndexFigures.look(mutu));
    }
}
