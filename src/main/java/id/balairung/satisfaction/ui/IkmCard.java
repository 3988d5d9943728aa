package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ui.Part;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.Mutu;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The IKM of a period at a glance, for a dashboard: how high, by how many answers, and how many agencies have which mutu. */
public class IkmCard extends Section {

    private final transient SatisfactionWords words;
    private final transient LocalDate today;
    private final IndexFigures figures;
    private final Grades grades;

    /**
     * A card without a reading yet.
     *
     * @param texts the bundles
     * @param language the screen's
     * @param zone the mall's
     * @param catalogue the agencies' names
     * @param period of which period
     * @param agency of which agency, by its code, where it isn't the reader's own; empty for all or the own one
     * @param today the present service day
     */
    public IkmCard(
            I18NProvider texts,
            Locale language,
            ZoneId zone,
            ServiceCatalogue catalogue,
            SurveyPeriod period,
            Optional<AgencyId> agency,
            LocalDate today) {
        this.words = new SatisfactionWords(texts, language, zone, catalogue);
        this.today = today;
        this.figures = new IndexFigures(words);
        this.grades = new Grades();
        addClassNames("bl-card", "bl-ikm");
        String title = words.text("satisfaction.index");
        setAriaLabel(title);
        Span when = new Span(words.period(period));
        when.addClassNames("bl-quiet", "bl-s", "bl-push");
        Anchor whole = new Anchor(new SatisfactionAddress(period, agency.map(catalogue::agency)).href(), title);
        whole.getElement().setAttribute("router-link", true);
        Header head = new Header(new H2(whole), when);
        head.addClassName("bl-head");
        add(head, figures, grades);
    }

    /** Shows the mall's. */
    public void show(MallSatisfaction now) {
        figures.show(Standing.of(now, today));
        grades.show(Optional.of(Counts.of(now)));
    }

    /** Shows an agency's. */
    public void show(AgencySatisfaction now) {
        figures.show(Standing.of(now, today));
        grades.show(Optional.empty());
    }

    /**
     * An agency's IKM, as far as a table shows it.
     *
     * @param ikm with its mutu
     * @param sufficient whether enough people answered
     */
    public record Told(Ikm ikm, boolean sufficient) {}

    /** Each agency's IKM; those of which it can't be told are missing. */
    public static Map<AgencyId, Told> told(MallSatisfaction now) {
        Map<AgencyId, Told> found = new HashMap<>();
        now.agencies()
                .forEach(one -> one.responses()
                        .ikm(now.asked())
                        .ifPresent(ikm -> found.put(
                                one.agency(), new Told(ikm, one.sample().sufficient()))));
        return found;
    }

    /** An agency's IKM with its mutu, for a table. */
    public Component cell(Optional<Told> told) {
        return told.<Component>map(one -> new IndexCell(words, one))
                .orElseGet(() -> new Span(SatisfactionWords.NOTHING));
    }

    private record Counts(Map<Mutu, Integer> sufficient, int provisional) {

        private static Counts of(MallSatisfaction now) {
            Map<Mutu, Integer> sufficient = new HashMap<>();
            int provisional = 0;
            for (MallSatisfaction.OfAgency agency : now.agencies()) {
                Optional<Ikm> ikm = agency.responses().ikm(now.asked());
                if (ikm.isPresent() && agency.sample().sufficient()) {
                    sufficient.merge(ikm.get().mutu(), 1, Integer::sum);
                } else if (agency.sample().population() > 0 || agency.sample().responses() > 0) {
                    provisional++;
                }
            }
            return new Counts(sufficient, provisional);
        }
    }

    private final class Grades extends Part<Optional<Counts>> {

        private Grades() {
            addClassNames("bl-ikm-grades", "bl-s");
        }

        @Override
        protected void draw(Optional<Counts> newer) {
            removeAll();
            newer.ifPresent(counts -> {
                UnorderedList list = new UnorderedList();
                for (Mutu mutu : List.of(Mutu.A, Mutu.B, Mutu.C, Mutu.D)) {
                    Span letter = new Span(mutu.name());
                    letter.addClassNames("bl-badge", "mutu", IndexFigures.look(mutu));
                    list.add(line(letter, words.mutu(mutu), counts.sufficient().getOrDefault(mutu, 0)));
                }
                Span none = new Span();
                list.add(line(none, words.text("satisfaction.grades.provisional"), counts.provisional()));
                Span title = new Span(words.text("satisfaction.grades"));
                title.addClassName("title");
                add(title, list);
            });
        }

        private ListItem line(Span letter, String name, int count) {
            Span figure = new Span(words.count(count));
            figure.addClassNames("bl-num", "bl-push");
            ListItem line = new ListItem(letter, new Span(name), figure);
            line.addClassName("bl-row");
            return line;
        }
    }
}
