package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.select.Select;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyPeriod.Length;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a month, a quarter, a half-year or a year; to those that aren't listed one goes step by step. */
class PeriodChoice extends Div {

    private static final int MONTHS = 12;
    private static final int OTHERS = 4;

    private final transient Consumer<SurveyPeriod> choose;
    private final Select<SurveyPeriod> periods = new Select<>();
    private final Button earlier;
    private final Button later;
    private transient @Nullable SurveyPeriod here;

    /** A choice that tells what was chosen. */
    PeriodChoice(SatisfactionWords words, Consumer<SurveyPeriod> choose) {
        this.choose = choose;
        addClassName("bl-period");
        periods.setAriaLabel(words.text("satisfaction.period"));
        periods.setItemLabelGenerator(words::period);
        periods.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                choose.accept(chosen.getValue());
            }
        });
        this.earlier = step(words.text("satisfaction.earlier"), "bl-period-back", 1);
        this.later = step(words.text("satisfaction.later"), "bl-period-on", -1);
        add(earlier, periods, later);
    }

    /** Shows where one is. */
    void show(SurveyPeriod period, LocalDate today) {
        here = period;
        List<List<SurveyPeriod>> groups = Stream.of(Length.values())
                .map(length -> listed(length, period, today))
                .toList();
        periods.setItems(groups.stream().flatMap(List::stream).toList());
        groups.subList(0, groups.size() - 1).forEach(group -> periods.addComponents(group.getLast(), new Hr()));
        periods.setValue(period);
        earlier.setEnabled(!period.minus(1).from().isBefore(ServiceDay.FIRST));
        later.setEnabled(!period.minus(-1).from().isAfter(today));
    }

    /** The last ones of a length, and the one that is shown. */
    private static List<SurveyPeriod> listed(Length length, SurveyPeriod shown, LocalDate today) {
        return Stream.concat(
                        Stream.iterate(SurveyPeriod.of(length, today), one -> one.minus(1))
                                .limit(length == Length.MONTH ? MONTHS : OTHERS),
                        Stream.of(shown).filter(one -> one.length() == length))
                .distinct()
                .toList();
    }

    private Button step(String label, String direction, int back) {
        Button step = new Button(Icons.RIGHT.create(), click -> {
            SurveyPeriod present = here;
            if (present != null) {
                choose.accept(present.minus(back));
            }
        });
        step.addThemeVariants(ButtonVariant.TERTIARY);
        step.addThemeName("icon");
        step.addClassName(direction);
        step.setAriaLabel(label);
        step.setTooltipText(label);
        return step;
    }
}
