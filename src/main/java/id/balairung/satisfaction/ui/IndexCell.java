package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Sample;
import java.util.Optional;

/** An IKM in a table, with its mutu; one below its sample is told to be provisional and stands back. */
class IndexCell extends Div {

    IndexCell(SatisfactionWords words, Optional<Ikm> ikm, Sample sample) {
        addClassName("bl-index-cell");
        ikm.ifPresentOrElse(found -> show(words, found, sample.sufficient()), () -> {
            Span none = new Span(words.text(
                    sample.responses() > 0 ? "satisfaction.untold.short-unsur" : "satisfaction.untold.short"));
            none.addClassNames("bl-quiet", "bl-xs");
            add(none);
        });
    }

    IndexCell(SatisfactionWords words, IkmCard.Told told) {
        addClassName("bl-index-cell");
        show(words, told.ikm(), told.sufficient());
    }

    private void show(SatisfactionWords words, Ikm ikm, boolean sufficient) {
        Span value = new Span(words.figure(ikm.value()));
        value.addClassName("value");
        Span mutu = new Span(ikm.mutu().name());
        mutu.addClassNames("bl-badge", "mutu", IndexFigures.look(ikm.mutu()));
        mutu.getElement().setAttribute("role", "img");
        mutu.getElement()
                .setAttribute(
                        "aria-label",
                        words.text("satisfaction.mutu", ikm.mutu().name()) + ", " + words.mutu(ikm.mutu()));
        add(value, mutu);
        if (!sufficient) {
            addClassName("provisional");
            Span note = new Span(words.text("satisfaction.provisional"));
            note.addClassNames("bl-xs", "note");
            add(note);
        }
    }
}
