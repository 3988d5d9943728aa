package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import id.balairung.satisfaction.MallSatisfaction;

/** The mall's satisfaction, pooled, what is overdue, and every agency side by side; for the head. */
class MallPage extends Div implements LivePage<MallSatisfaction> {

    private final transient SatisfactionServices services;
    private final IndexCard index;
    private final UnsurCard unsur;
    private final OverdueCard overdue;
    private final AgenciesCard agencies;

    MallPage(SatisfactionServices services, SatisfactionAddress here, PeriodChoice periods) {
        this.services = services;
        SatisfactionWords words = services.words(getLocale());
        addClassNames("bl-main", "bl-satisfaction");
        this.index = new IndexCard(words, periods, services.report(here));
        this.unsur = new UnsurCard(words, 0);
        this.overdue = new OverdueCard(words, here);
        this.agencies = new AgenciesCard(words, here);
        add(index, unsur, overdue, agencies);
    }

    @Override
    public void show(MallSatisfaction now) {
        Standing standing = Standing.of(now, services.today());
        index.show(standing);
        unsur.show(standing);
        overdue.show(now);
        agencies.show(now);
    }
}
