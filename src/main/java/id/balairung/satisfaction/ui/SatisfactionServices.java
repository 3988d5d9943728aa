package id.balairung.satisfaction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.satisfaction.Comments;
import id.balairung.satisfaction.FollowUps;
import id.balairung.satisfaction.Questionnaires;
import id.balairung.satisfaction.Satisfaction;
import id.balairung.satisfaction.SurveyReports;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the screens of satisfaction read from. */
@Component
record SatisfactionServices(
        Satisfaction satisfaction,
        Comments comments,
        FollowUps followUps,
        Questionnaires questionnaires,
        SurveyReports reports,
        SurveyPaper paper,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        I18NProvider texts) {

    LocalDate today() {
        return mall.today().date();
    }

    Role role() {
        return currentStaff.require().role();
    }

    /** Whether somebody of the mall reads, who may choose among the agencies. */
    boolean reachesAll() {
        return currentStaff.require().agency().isEmpty();
    }

    /** The reader's own agency, or the one with that code for somebody of the mall. */
    Optional<AgencySummary> agency(Optional<String> code) {
        return catalogue.chosen(currentStaff.require().agency(), code);
    }

    /** Hands out the report on what is shown. */
    SurveyReportMenu report(SatisfactionAddress here) {
        return new SurveyReportMenu(
                reports, paper, new SurveyReportMenu.Subject(here.agency().map(AgencySummary::id), here.period()));
    }

    SatisfactionWords words(Locale language) {
        return new SatisfactionWords(texts, language, mall.rules().zone(), catalogue);
    }
}
