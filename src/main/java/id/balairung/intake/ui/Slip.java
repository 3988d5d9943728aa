package id.balairung.intake.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.common.ui.QrCode;
import id.balairung.queue.TicketSnapshot;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A ticket on 80 mm paper. It is for the visitor, so it speaks the mall's language, Indonesian, whatever the language of
 * the person at the desk. The phone number is never on it.
 */
class Slip extends Article {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH.mm z", INDONESIAN);

    Slip(PrintedTicket printed, SlipPaper.Heading paper) {
        TicketSnapshot ticket = printed.answer().issued().ticket();
        URI link = paper.link(printed.answer().issued().token());
        addClassName("bl-slip");
        getElement().setAttribute("lang", INDONESIAN.toLanguageTag());
        line("mall", paper.mall());
        line("agency", printed.offer().agency().name());
        line("caption", word("intake.slip.number"));
        line("number", printed.number());
        line("service", printed.offer().service().nameIndonesian());
        if (ticket.priorityClass().vulnerable()) {
            line("class", word("intake.class." + ticket.priorityClass().name().toLowerCase(Locale.ROOT)));
        }
        printed.name().ifPresent(name -> line("name", name));
        line("ahead", word("intake.slip.ahead", printed.answer().ahead()));
        EstimateText estimate = EstimateText.whole(printed.estimate());
        line("estimate", word(estimate.key(), estimate.facts()));
        line("when", MOMENT.format(ticket.issuedAt().atZone(paper.zone())));
        add(new QrCode(link, word("intake.slip.code")));
        line("keep", word("intake.slip.keep"));
        line("link", link.toString());
        if (paper.sample()) {
            line("sample", word("common.sample"));
        }
    }

    private void line(String part, String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName(part);
        add(line);
    }

    private String word(String key, Object... arguments) {
        return getTranslation(INDONESIAN, key, arguments);
    }
}
