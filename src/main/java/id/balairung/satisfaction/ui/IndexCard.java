package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** The IKM: how high, by how many answers, and how it came about. */
class IndexCard extends Section {

    private final IndexFigures figures;

    IndexCard(SatisfactionWords words, PeriodChoice periods, SurveyReportMenu report) {
        addClassNames("bl-card", "bl-index");
        String title = words.text("satisfaction.index");
        setAriaLabel(title);
        this.figures = new IndexFigures(words);
        Header head = new Header(new H2(title), periods, report);
        head.addClassName("bl-head");
        add(head, figures);
    }

    void show(Standing now) {
        figures.show(now);
    }
}
