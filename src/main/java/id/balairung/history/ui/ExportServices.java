package id.balairung.history.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.ExportJobs;
import id.balairung.history.HistoryChoices;
import id.balairung.history.HistoryExport;
import id.balairung.history.ServiceHistory;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import org.springframework.stereotype.Component;

/**
 * What exporting works with.
 *
 * @param history counts what would be exported
 * @param export writes it at once
 * @param jobs lets it be made in the background
 * @param choices what officers are called
 * @param catalogue what agencies and services are called
 * @param mall the mall's zone and today
 * @param reauthentication whether it was proved lately who sits there
 * @param currentStaff who it is
 */
@Component
record ExportServices(
        ServiceHistory history,
        HistoryExport export,
        ExportJobs jobs,
        HistoryChoices choices,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        Reauthentication reauthentication,
        CurrentStaff currentStaff,
        DownloadsUnderWay downloads) {}
