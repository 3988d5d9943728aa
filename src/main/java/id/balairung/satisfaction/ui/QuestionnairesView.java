package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.CurrentMall;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.StatusBadge;
import id.balairung.common.ui.TwoLines;
import id.balairung.satisfaction.QuestionnaireAdministration;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.satisfaction.Questionnaires;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The versions of the questionnaire: what was asked, what is, and what will be. */
@Route("kelola/kuesioner")
@Menu(title = "satisfaction.questionnaire.menu", icon = "smile", order = 145)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
class QuestionnairesView extends Div implements PageHeader {

    private final transient CurrentMall mall;
    private final transient Questionnaires questionnaires;

    QuestionnairesView(
            QuestionnaireAdministration administration,
            Questionnaires questionnaires,
            CurrentMall mall,
            Reauthentication reauthentication) {
        this.mall = mall;
        this.questionnaires = questionnaires;
        addClassNames("bl-main", "bl-noted");
        Grid<QuestionnaireVersion> grid = new Grid<>();
        grid.addComponentColumn(this::line).setHeader(getTranslation("satisfaction.questionnaire.version"));
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("satisfaction.questionnaire.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        MasterDetail<QuestionnaireVersion> section = new MasterDetail<>(
                "kelola/kuesioner",
                new Versions(administration, month(), getTranslation("satisfaction.questionnaire.add")),
                grid,
                new QuestionnaireForm(administration, mall, month(), reauthentication),
                new EmptyState(Icons.SMILE, getTranslation("satisfaction.questionnaire.menu"), ""));
        Paragraph note = new Paragraph(getTranslation("satisfaction.questionnaire.note"));
        note.addClassNames("bl-sec", "bl-s");
        add(new ManagementBar(QuestionnairesView.class), note, section);
    }

    @Override
    public String title() {
        return getTranslation("satisfaction.questionnaire.title");
    }

    private DateTimeFormatter month() {
        return DateTimeFormatter.ofPattern(getTranslation("satisfaction.questionnaire.month"), getLocale());
    }

    private TwoLines line(QuestionnaireVersion version) {
        int unsur = version.questionnaire().unsur().size();
        return new TwoLines(
                getTranslation(
                        "satisfaction.questionnaire.named",
                        version.questionnaire().version()),
                version.madeBy().isEmpty()
                        ? getTranslation("satisfaction.questionnaire.about-first", unsur)
                        : getTranslation(
                                "satisfaction.questionnaire.about",
                                month().format(version.questionnaire().validFrom()),
                                unsur));
    }

    private StatusBadge state(QuestionnaireVersion version) {
        if (version.changeable()) {
            return new StatusBadge("waiting", Icons.CLOCK, getTranslation("satisfaction.questionnaire.planned"));
        }
        boolean asked = questionnaires.of(mall.today().date()).version()
                == version.questionnaire().version();
        return asked
                ? new StatusBadge("completed", Icons.DONE, getTranslation("satisfaction.questionnaire.in-force"))
                : new StatusBadge("abandoned", Icons.MINUS, getTranslation("satisfaction.questionnaire.over"));
    }

    private record Versions(QuestionnaireAdministration administration, DateTimeFormatter month, String add)
            implements Entries<QuestionnaireVersion> {

        @Override
        public List<QuestionnaireVersion> read() {
            return administration.versions();
        }

        @Override
        public String idOf(QuestionnaireVersion version) {
            return String.valueOf(version.questionnaire().version());
        }

        @Override
        public String wordsOf(QuestionnaireVersion version) {
            return version.questionnaire().version() + " "
                    + month.format(version.questionnaire().validFrom());
        }

        @Override
        public Optional<String> addLabel() {
            return Optional.of(add);
        }
    }
}
