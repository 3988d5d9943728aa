package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ui.PageHeader;
import id.balairung.queue.EndOfDay;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** Settles what a day left open. */
@Route("antrean/penyelesaian")
@Menu(title = "queue.settle.menu", icon = "task", order = 30)
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
class SettlementView extends Div implements PageHeader {

    SettlementView(EndOfDay endOfDay, ServiceCatalogue catalogue, VisitorServices visitors) {
        addClassName("bl-main");
        Paragraph note = new Paragraph(getTranslation("queue.settle.note"));
        note.addClassName("bl-sec");
        Section card = new Section(new SettlementList(endOfDay, catalogue, visitors));
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation("queue.settle.title"));
        add(note, card);
    }

    @Override
    public String title() {
        return getTranslation("queue.settle.title");
    }
}
