-- What people say of a finished service. A response is tied to its ticket, so that it can't be invented nor given twice; what
-- officers read comes by release_batch only, sets of at least five (docs/decisions/032).

-- Versions of the questionnaire, the whole mall's. A version holds from the first of a month until the next one begins, and is never
-- changed once somebody answered it: an old period is reckoned with what was asked then.
create table questionnaire (
  version    int         not null primary key,
  valid_from date        not null,
  made_at    datetime(6) not null,
  made_by    uuid        null,
  constraint questionnaire_one_from_each_day unique (valid_from),
  constraint questionnaire_from_a_first check (dayofmonth(valid_from) = 1)
);

create table questionnaire_unsur (
  version            int          not null,
  code               varchar(20)  character set ascii collate ascii_bin not null,
  place              tinyint      not null,
  weight_numerator   int          not null,
  weight_denominator int          not null,
  name_id            varchar(80)  not null,
  name_en            varchar(80)  not null,
  question_id        varchar(200) not null,
  question_en        varchar(200) not null,
  answers_id         longtext     not null check (json_length(answers_id) = 4),
  answers_en         longtext     not null check (json_length(answers_en) = 4),
  primary key (version, code),
  constraint questionnaire_unsur_of foreign key (version) references questionnaire (version),
  constraint questionnaire_unsur_place unique (version, place)
);

-- The quick rating. wait_millis is the turn's waiting time, hour the mall's hour in which the service was finished: what a rating is
-- seen beside. A comment whose time is over is empty (worded 2).
create table rating (
  id            bigint       not null auto_increment primary key,
  agency_id     uuid         not null,
  ticket_id     uuid         not null,
  service_id    uuid         not null,
  service_day   date         not null,
  hour          tinyint      not null check (hour between 0 and 23),
  wait_millis   bigint       null,
  given_at      datetime(6)  not null,
  channel       varchar(4)   not null check (channel in ('LINK', 'PAD')),
  score         tinyint      not null check (score between 1 and 4),
  comment       varchar(500) null,
  tag           varchar(12)  null,
  release_batch bigint       null,
  worded        tinyint as (if(comment is null, 0, if(comment = '', 2, 1))) virtual,
  constraint rating_once unique (ticket_id),
  constraint rating_ticket foreign key (agency_id, ticket_id) references ticket (agency_id, id),
  constraint rating_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint rating_owned unique (agency_id, id),
  index rating_by_day (agency_id, service_day, service_id, score, release_batch),
  index rating_by_hour (agency_id, service_day, hour, wait_millis, score),
  index rating_by_mall_day (service_day, agency_id, service_id, score),
  index rating_to_release (release_batch, agency_id, service_id),
  index rating_words (agency_id, worded, service_day, id)
);

create table skm_response (
  id          bigint      not null auto_increment primary key,
  agency_id   uuid        not null,
  ticket_id   uuid        not null,
  service_id  uuid        not null,
  service_day date        not null,
  version     int         not null,
  answered_at datetime(6) not null,
  channel     varchar(4)  not null check (channel in ('LINK', 'PAD')),
  time_band   varchar(9)  not null check (time_band in ('MORNING', 'AFTERNOON')),
  sex         varchar(12) null,
  age         varchar(12) null,
  education   varchar(12) null,
  occupation  varchar(12) null,
  release_batch bigint    null,
  constraint skm_response_once unique (ticket_id),
  constraint skm_response_rated foreign key (ticket_id) references rating (ticket_id),
  constraint skm_response_ticket foreign key (agency_id, ticket_id) references ticket (agency_id, id),
  constraint skm_response_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint skm_response_version foreign key (version) references questionnaire (version),
  constraint skm_response_owned unique (agency_id, id),
  index skm_response_by_day (agency_id, service_day, service_id, version, release_batch),
  index skm_response_by_mall_day (service_day, agency_id, service_id, version),
  index skm_response_to_release (release_batch, agency_id, service_id)
);

-- One row for each answer. Day, service and version stand in it so that tallies are read from its indexes alone.
create table skm_answer (
  agency_id   uuid        not null,
  response_id bigint      not null,
  code        varchar(20) character set ascii collate ascii_bin not null,
  service_day date        not null,
  service_id  uuid        not null,
  version     int         not null,
  answer      tinyint     not null check (answer between 1 and 4),
  primary key (response_id, code),
  constraint skm_answer_response foreign key (agency_id, response_id) references skm_response (agency_id, id),
  constraint skm_answer_asked foreign key (version, code) references questionnaire_unsur (version, code),
  index skm_answer_by_day (agency_id, service_day, service_id, version, code, answer),
  index skm_answer_by_mall_day (service_day, agency_id, service_id, version, code, answer)
);

-- The nine elements of Permenpan RB 14/2017 with its wordings, a ninth each.
insert into questionnaire (version, valid_from, made_at) values (1, '2000-01-01', '2000-01-01 00:00:00');

insert into questionnaire_unsur (version, code, place, weight_numerator, weight_denominator, name_id, name_en, question_id, question_en,
  answers_id, answers_en) values
  (1, 'REQUIREMENTS', 1, 1, 9, 'Persyaratan', 'Requirements',
    'Bagaimana pendapat Anda tentang kesesuaian persyaratan dengan jenis pelayanannya?',
    'How well do the requirements fit the kind of service?',
    '["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"]', '["Not at all", "Not well", "Well", "Very well"]'),
  (1, 'PROCEDURE', 2, 1, 9, 'Sistem, mekanisme, dan prosedur', 'System, mechanism and procedure',
    'Bagaimana kemudahan prosedur pelayanan di sini?',
    'How easy is the procedure here?',
    '["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"]', '["Not easy", "Not quite easy", "Easy", "Very easy"]'),
  (1, 'TIME', 3, 1, 9, 'Waktu penyelesaian', 'Completion time',
    'Bagaimana kecepatan waktu dalam memberikan pelayanan?',
    'How quickly was the service given?',
    '["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"]', '["Slowly", "Not quite quickly", "Quickly", "Very quickly"]'),
  (1, 'COST', 4, 1, 9, 'Biaya/tarif', 'Cost',
    'Bagaimana kewajaran biaya/tarif dalam pelayanan?',
    'How fair is the cost of the service?',
    '["Sangat mahal", "Cukup mahal", "Murah", "Gratis"]', '["Very expensive", "Rather expensive", "Cheap", "Free of charge"]'),
  (1, 'PRODUCT', 5, 1, 9, 'Produk spesifikasi jenis pelayanan', 'Product specification',
    'Bagaimana kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?',
    'How well does the result match the published standard?',
    '["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"]', '["Not at all", "Not well", "Well", "Very well"]'),
  (1, 'COMPETENCE', 6, 1, 9, 'Kompetensi pelaksana', 'Competence of staff',
    'Bagaimana kemampuan petugas dalam pelayanan?',
    'How able was the officer?',
    '["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"]', '["Not able", "Not quite able", "Able", "Very able"]'),
  (1, 'CONDUCT', 7, 1, 9, 'Perilaku pelaksana', 'Conduct of staff',
    'Bagaimana kesopanan dan keramahan petugas?',
    'How polite and friendly was the officer?',
    '["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"]', '["Not polite and friendly", "Not quite polite and friendly", "Polite and friendly", "Very polite and friendly"]'),
  (1, 'COMPLAINTS', 8, 1, 9, 'Penanganan pengaduan, saran, dan masukan', 'Handling of complaints and suggestions',
    'Bagaimana penanganan pengaduan pengguna layanan?',
    'How are complaints handled?',
    '["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"]', '["There is none", "There is, but it doesn''t work", "It works in part", "It is well run"]'),
  (1, 'FACILITIES', 9, 1, 9, 'Sarana dan prasarana', 'Facilities',
    'Bagaimana kualitas sarana dan prasarana?',
    'How good are the facilities?',
    '["Buruk", "Cukup", "Baik", "Sangat baik"]', '["Bad", "Fair", "Good", "Very good"]');

-- The tablet at a counter on which visitors rate. It shows its secret at each request; what is kept of it is a digest.
create table rating_pad (
  counter_id    uuid        not null primary key,
  agency_id     uuid        not null,
  secret_digest char(64)    character set ascii collate ascii_bin not null,
  paired_at     datetime(6) not null,
  paired_by     uuid        not null,
  seen_at       datetime(6) null,
  constraint rating_pad_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint rating_pad_secret unique (secret_digest)
);

-- What an admin reads out at the tablet: for one counter, once, for some minutes.
create table rating_pad_code (
  counter_id  uuid        not null primary key,
  agency_id   uuid        not null,
  code_digest char(64)    character set ascii collate ascii_bin not null,
  made_by     uuid        not null,
  expires_at  datetime(6) not null,
  constraint rating_pad_code_counter foreign key (agency_id, counter_id) references counter (agency_id, id),
  constraint rating_pad_code_once unique (code_digest)
);

-- What officers may read: ratings or responses of a service in a month, let out together at a full hour, at least five. Whichever sets
-- somebody compares, they differ by whole batches.
create table satisfaction_batch (
  id          bigint      not null auto_increment primary key,
  agency_id   uuid        not null,
  service_id  uuid        not null,
  kind        varchar(8)  not null check (kind in ('RATING', 'RESPONSE')),
  released_at datetime(6) not null,
  many        int         not null check (many >= 5),
  constraint satisfaction_batch_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint satisfaction_batch_owned unique (agency_id, id),
  index satisfaction_batch_by_time (agency_id, service_id, released_at)
);

alter table rating add constraint rating_released foreign key (agency_id, release_batch) references satisfaction_batch (agency_id, id);
alter table skm_response
  add constraint skm_response_released foreign key (agency_id, release_batch) references satisfaction_batch (agency_id, id);

-- What is done about what was said. rating_id is for the admin who answers it; an officer who is given the task sees its title only.
create table follow_up (
  id              uuid          not null primary key,
  agency_id       uuid          not null,
  kind            varchar(9)    not null check (kind in ('RATING', 'UNSUR', 'COMPLAINT', 'OWN')),
  service_id      uuid          null,
  unsur           varchar(20)   character set ascii collate ascii_bin null,
  month           date          null,
  rating_id       bigint        null,
  title           varchar(160)  not null,
  details         varchar(1000) not null default '',
  owner_id        uuid          null,
  due             date          not null,
  state           varchar(7)    not null check (state in ('OPEN', 'RUNNING', 'DONE')),
  result          varchar(1000) not null default '',
  complaint_class varchar(11)   null check (complaint_class in ('INFORMATION', 'SERVICE', 'OVERSIGHT')),
  lapor_reference varchar(40)   null,
  received_on     date          null,
  opened_at       datetime(6)   not null,
  changed_at      datetime(6)   not null,
  changed_by      uuid          null,
  closed_at       datetime(6)   null,
  version         int           not null,
  constraint follow_up_agency foreign key (agency_id) references agency (id),
  constraint follow_up_service foreign key (agency_id, service_id) references service_offering (agency_id, id),
  constraint follow_up_rating foreign key (agency_id, rating_id) references rating (agency_id, id),
  constraint follow_up_owner foreign key (agency_id, owner_id) references staff_account (agency_id, id),
  constraint follow_up_of_rating unique (rating_id, kind),
  constraint follow_up_of_month unique (agency_id, unsur, month),
  index follow_up_list (agency_id, state, due),
  index follow_up_by_due (agency_id, due),
  index follow_up_own (agency_id, owner_id, state)
);

insert into retention_period (kind, days, version) values ('COMMENT', 365, 0);
