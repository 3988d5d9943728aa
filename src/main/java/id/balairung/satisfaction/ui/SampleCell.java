package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.Sample;

/** How many answered of how many that are needed; one below its sample is marked so. */
class SampleCell extends Div {

    SampleCell(SatisfactionWords words, Sample sample) {
        addClassName("bl-figure-told");
        if (sample.population() > 0) {
            add(new Span(words.text(
                    "satisfaction.sample.short", words.count(sample.responses()), words.count(sample.needed()))));
        } else if (sample.responses() > 0) {
            add(new Span(words.count(sample.responses())));
        }
        Span under = new Span();
        under.addClassName("bl-xs");
        if (sample.sufficient()) {
            under.setText(words.text("satisfaction.sample.enough"));
            under.addClassName("bl-quiet");
        } else if (sample.population() == 0) {
            under.setText(words.text("satisfaction.sample.none"));
            under.addClassName("bl-quiet");
        } else {
            under.add(
                    Icons.NEAR.create(),
                    new Span(words.text("satisfaction.sample.missing", words.count(sample.missing()))));
            under.addClassNames("bl-near", "bl-sample-mark");
        }
        add(under);
    }
}
