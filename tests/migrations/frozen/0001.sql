BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE alias (
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT pk_alias PRIMARY KEY (source_id, position),
  CONSTRAINT fk_alias_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "alias" VALUES(2,0,'the League');
INSERT INTO "alias" VALUES(5,0,'Ίλσε Μάρροου');
INSERT INTO "alias" VALUES(6,0,'Йорен Пелл');
CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  text TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  language VARCHAR(35) NOT NULL,
  captured_at VARCHAR(27) NOT NULL,
  revision_of INTEGER,
  cleared TEXT NOT NULL,
  CONSTRAINT uq_article_uid UNIQUE (uid),
  CONSTRAINT uq_article_sha256 UNIQUE (sha256),
  CONSTRAINT fk_article_revision_of_article FOREIGN KEY(revision_of) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "article" VALUES(1,'00000000000000000000000000000009',1,'Two dead after ferry and launch collide off Selm

The Dockers’ League accused a harbour guard launch of ramming the evening ferry off Selm on Tuesday, killing at least two passengers. Captain Ilse Marrow of the harbour guard blamed a League picket boat that lay in the fairway, and said two passengers were killed. Neither account could be independently verified.

The launch reportedly carried no lights, Radio Estuary quoted the League’s steward Joren Pell as saying. Hospital staff said about 20 people were hurt. The pier stayed closed on Wednesday.

“The guard [will] never be trusted again,” Pell said.
','f4ee3bf0724eba614b2d55cb8a6b3894afb3f138680982f191dbedbad1f7ec40','en','2031-05-01T09:00:01.000000Z',NULL,'[]');
INSERT INTO "article" VALUES(2,'00000000000000000000000000000016',1,'Nothing new.','a7e26881a6c07e5a098ef9446edba27b1a4994845bef6f53e27984e591bbdf3c','en','2031-05-01T09:00:02.000000Z',NULL,'[]');
INSERT INTO "article" VALUES(3,'0000000000000000000000000000001b',1,'Two dead after ferry and launch collide off Selm

The Dockers’ League accused a harbour guard launch of ramming the evening ferry off Selm on Tuesday, killing at least two passengers. Captain Ilse Marrow of the harbour guard blamed a League picket boat that lay in the fairway, and said two passengers were killed. Neither account could be independently verified.

The launch reportedly carried no lights, Radio Estuary quoted the League’s steward Joren Pell as saying. Hospital staff said about 30 people were hurt. The pier stayed closed on Wednesday.

“The guard [will] never be trusted again,” Pell said.
','57eb8b34e94be1a7a181cf3675af2fc811aa645c284c04583a4171b0068d7b58','en','2031-05-01T09:00:14.000000Z',1,'[]');
CREATE TABLE article_word (
  article_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  CONSTRAINT pk_article_word PRIMARY KEY (article_id, word),
  CONSTRAINT fk_article_word_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "article_word" VALUES(1,'leagu');
INSERT INTO "article_word" VALUES(1,'selm');
INSERT INTO "article_word" VALUES(1,'pell');
INSERT INTO "article_word" VALUES(1,'docker');
INSERT INTO "article_word" VALUES(1,'ils');
INSERT INTO "article_word" VALUES(1,'marrow');
INSERT INTO "article_word" VALUES(1,'radio');
INSERT INTO "article_word" VALUES(1,'estuari');
INSERT INTO "article_word" VALUES(1,'joren');
INSERT INTO "article_word" VALUES(1,'launch');
INSERT INTO "article_word" VALUES(1,'guard');
INSERT INTO "article_word" VALUES(1,'ferri');
INSERT INTO "article_word" VALUES(1,'harbour');
INSERT INTO "article_word" VALUES(1,'kill');
INSERT INTO "article_word" VALUES(1,'passenger');
INSERT INTO "article_word" VALUES(1,'dead');
INSERT INTO "article_word" VALUES(1,'collid');
INSERT INTO "article_word" VALUES(1,'accus');
INSERT INTO "article_word" VALUES(1,'ram');
INSERT INTO "article_word" VALUES(1,'captain');
INSERT INTO "article_word" VALUES(1,'blam');
INSERT INTO "article_word" VALUES(1,'picket');
INSERT INTO "article_word" VALUES(1,'boat');
INSERT INTO "article_word" VALUES(1,'li');
INSERT INTO "article_word" VALUES(1,'fairwai');
INSERT INTO "article_word" VALUES(1,'neither');
INSERT INTO "article_word" VALUES(1,'account');
INSERT INTO "article_word" VALUES(1,'independentli');
INSERT INTO "article_word" VALUES(1,'verifi');
INSERT INTO "article_word" VALUES(1,'reportedli');
INSERT INTO "article_word" VALUES(1,'carri');
INSERT INTO "article_word" VALUES(1,'light');
INSERT INTO "article_word" VALUES(1,'quot');
INSERT INTO "article_word" VALUES(1,'steward');
INSERT INTO "article_word" VALUES(1,'hospital');
INSERT INTO "article_word" VALUES(1,'staff');
INSERT INTO "article_word" VALUES(1,'20');
INSERT INTO "article_word" VALUES(1,'hurt');
INSERT INTO "article_word" VALUES(1,'pier');
INSERT INTO "article_word" VALUES(1,'stai');
INSERT INTO "article_word" VALUES(1,'=1715e0788243901c');
INSERT INTO "article_word" VALUES(1,'=3fc6d435a58e3d26');
INSERT INTO "article_word" VALUES(1,'=3c3eb9816ca369b8');
INSERT INTO "article_word" VALUES(1,'=6a5c80a8190442d3');
INSERT INTO "article_word" VALUES(1,'=73df4104450c243a');
INSERT INTO "article_word" VALUES(1,'=e4fc157433d5edd8');
INSERT INTO "article_word" VALUES(1,'=cf72474b7a4c1eef');
INSERT INTO "article_word" VALUES(1,'=f9418ad18ab41db8');
INSERT INTO "article_word" VALUES(2,'noth');
INSERT INTO "article_word" VALUES(3,'leagu');
INSERT INTO "article_word" VALUES(3,'selm');
INSERT INTO "article_word" VALUES(3,'pell');
INSERT INTO "article_word" VALUES(3,'docker');
INSERT INTO "article_word" VALUES(3,'ils');
INSERT INTO "article_word" VALUES(3,'marrow');
INSERT INTO "article_word" VALUES(3,'radio');
INSERT INTO "article_word" VALUES(3,'estuari');
INSERT INTO "article_word" VALUES(3,'joren');
INSERT INTO "article_word" VALUES(3,'launch');
INSERT INTO "article_word" VALUES(3,'guard');
INSERT INTO "article_word" VALUES(3,'ferri');
INSERT INTO "article_word" VALUES(3,'harbour');
INSERT INTO "article_word" VALUES(3,'kill');
INSERT INTO "article_word" VALUES(3,'passenger');
INSERT INTO "article_word" VALUES(3,'dead');
INSERT INTO "article_word" VALUES(3,'collid');
INSERT INTO "article_word" VALUES(3,'accus');
INSERT INTO "article_word" VALUES(3,'ram');
INSERT INTO "article_word" VALUES(3,'captain');
INSERT INTO "article_word" VALUES(3,'blam');
INSERT INTO "article_word" VALUES(3,'picket');
INSERT INTO "article_word" VALUES(3,'boat');
INSERT INTO "article_word" VALUES(3,'li');
INSERT INTO "article_word" VALUES(3,'fairwai');
INSERT INTO "article_word" VALUES(3,'neither');
INSERT INTO "article_word" VALUES(3,'account');
INSERT INTO "article_word" VALUES(3,'independentli');
INSERT INTO "article_word" VALUES(3,'verifi');
INSERT INTO "article_word" VALUES(3,'reportedli');
INSERT INTO "article_word" VALUES(3,'carri');
INSERT INTO "article_word" VALUES(3,'light');
INSERT INTO "article_word" VALUES(3,'quot');
INSERT INTO "article_word" VALUES(3,'steward');
INSERT INTO "article_word" VALUES(3,'hospital');
INSERT INTO "article_word" VALUES(3,'staff');
INSERT INTO "article_word" VALUES(3,'30');
INSERT INTO "article_word" VALUES(3,'hurt');
INSERT INTO "article_word" VALUES(3,'pier');
INSERT INTO "article_word" VALUES(3,'stai');
INSERT INTO "article_word" VALUES(3,'=1715e0788243901c');
INSERT INTO "article_word" VALUES(3,'=3fc6d435a58e3d26');
INSERT INTO "article_word" VALUES(3,'=3c3eb9816ca369b8');
INSERT INTO "article_word" VALUES(3,'=6a5c80a8190442d3');
INSERT INTO "article_word" VALUES(3,'=73df4104450c243a');
INSERT INTO "article_word" VALUES(3,'=21244a2b622fe923');
INSERT INTO "article_word" VALUES(3,'=cf72474b7a4c1eef');
INSERT INTO "article_word" VALUES(3,'=f9418ad18ab41db8');
CREATE TABLE attempt (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  result TEXT NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT uq_attempt_uid UNIQUE (uid),
  CONSTRAINT fk_attempt_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_attempt_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "attempt" VALUES(1,'00000000000000000000000000000019',1,3,'asked the harbour master','no answer','Ada','2031-05-01T09:00:08.000000Z');
CREATE TABLE capture (
  sha256 VARCHAR(64) NOT NULL,
  content BLOB NOT NULL,
  media_type TEXT NOT NULL,
  captured_at VARCHAR(27) NOT NULL,
  CONSTRAINT pk_capture PRIMARY KEY (sha256)
);
INSERT INTO "capture" VALUES('cc57fc1903e444cf6a726490b43b27ee9f87facc037f86872201847c565b45fb',X'6368617274','application/octet-stream','2031-05-01T09:00:07.000000Z');
CREATE TABLE caveat (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  outlet_id INTEGER,
  CONSTRAINT pk_caveat PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_caveat_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_caveat_outlet_id_source FOREIGN KEY(outlet_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "caveat" VALUES(1,0,'Neither account could be independently verified',1);
INSERT INTO "caveat" VALUES(2,0,'Neither account could be independently verified',1);
CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  statement TEXT NOT NULL,
  article_id INTEGER,
  event_id INTEGER,
  speaker_id INTEGER,
  voice VARCHAR(32) NOT NULL,
  cue TEXT DEFAULT '' NOT NULL,
  hedge TEXT DEFAULT '' NOT NULL,
  checkable BOOLEAN NOT NULL,
  said_words TEXT,
  said_start VARCHAR(27),
  said_end VARCHAR(27),
  said_precision VARCHAR(32),
  status VARCHAR(32) NOT NULL,
  stage VARCHAR(32) NOT NULL,
  settled BOOLEAN DEFAULT 0 NOT NULL,
  attribution_check VARCHAR(32) NOT NULL,
  stale BOOLEAN DEFAULT 0 NOT NULL,
  contested BOOLEAN DEFAULT 0 NOT NULL,
  proposed VARCHAR(32),
  proposed_reason TEXT DEFAULT '' NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  judged_by VARCHAR(200),
  judged_at VARCHAR(27),
  former_status VARCHAR(32),
  readied_by VARCHAR(200),
  signed_by VARCHAR(200),
  self_signed BOOLEAN DEFAULT 0 NOT NULL,
  waiting_for TEXT DEFAULT '' NOT NULL,
  waiting_until VARCHAR(27),
  dismissal VARCHAR(32),
  merged_into INTEGER,
  assignee VARCHAR(200),
  due VARCHAR(27),
  risk INTEGER NOT NULL,
  score FLOAT,
  score_reason TEXT DEFAULT '' NOT NULL,
  created_at VARCHAR(27) NOT NULL,
  updated_at VARCHAR(27) NOT NULL,
  queue_key VARCHAR(64) GENERATED ALWAYS AS (CASE WHEN settled THEN '1' ELSE '0' END || CASE WHEN contested THEN '0' ELSE '1' END || coalesce(due, '9') || '|' || CAST(9 - risk AS TEXT)) STORED,
  CONSTRAINT ck_claim_voice CHECK (voice IN ('direct', 'indirect', 'mixed', 'article')),
  CONSTRAINT ck_claim_said_precision CHECK (said_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_claim_status CHECK (status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_stage CHECK (stage IN ('suggested', 'open', 'in_progress', 'waiting', 'ready', 'signed_off', 'dismissed')),
  CONSTRAINT ck_claim_attribution_check CHECK (attribution_check IN ('not_checked', 'second_hand', 'primary_seen', 'altered', 'misattributed', 'fabricated', 'withdrawn')),
  CONSTRAINT ck_claim_proposed CHECK (proposed IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_former_status CHECK (former_status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_dismissal CHECK (dismissal IN ('not_a_claim', 'not_checkable', 'duplicate', 'out_of_scope')),
  CONSTRAINT ck_claim_stated CHECK (length(trim(statement)) > 0),
  CONSTRAINT ck_claim_risk CHECK (risk BETWEEN 0 AND 9),
  CONSTRAINT ck_claim_settled CHECK (settled = (stage IN ('signed_off', 'dismissed'))),
  CONSTRAINT ck_claim_dismissed_why CHECK ((stage = 'dismissed') = (dismissal IS NOT NULL)),
  CONSTRAINT uq_claim_uid UNIQUE (uid),
  CONSTRAINT fk_claim_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_event_id_event FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_speaker_id_source FOREIGN KEY(speaker_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_judged_by_editor FOREIGN KEY(judged_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_readied_by_editor FOREIGN KEY(readied_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_signed_by_editor FOREIGN KEY(signed_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_merged_into_claim FOREIGN KEY(merged_into) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_assignee_editor FOREIGN KEY(assignee) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "claim" VALUES(1,'0000000000000000000000000000000c',6,'a harbour guard launch rammed the ferry, killing at least two passengers',3,1,2,'indirect','accused','',1,NULL,NULL,NULL,NULL,'refuted','signed_off',1,'not_checked',1,1,NULL,'','the log says so','Bea','2031-05-01T09:00:04.000000Z',NULL,'Bea','Cem',0,'',NULL,NULL,NULL,NULL,NULL,8,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:14.000000Z');
INSERT INTO "claim" VALUES(2,'0000000000000000000000000000000d',4,'a League picket boat lay in the fairway; two passengers were killed',3,1,5,'indirect','blamed','',1,NULL,NULL,NULL,NULL,'unverified','open',0,'not_checked',0,1,'disputed','C1 contradicts it on actor','',NULL,NULL,NULL,NULL,NULL,0,'',NULL,NULL,NULL,NULL,'2031-05-02T12:00:00.000000Z',8,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:14.000000Z');
INSERT INTO "claim" VALUES(3,'0000000000000000000000000000000e',3,'the launch carried no lights',3,1,6,'indirect','saying','reportedly',1,NULL,NULL,NULL,NULL,'unverified','open',0,'not_checked',0,0,NULL,'','',NULL,NULL,NULL,NULL,NULL,0,'',NULL,NULL,NULL,NULL,NULL,0,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:14.000000Z');
INSERT INTO "claim" VALUES(4,'0000000000000000000000000000000f',5,'about 20 people were hurt',3,1,8,'indirect','said','',1,NULL,NULL,NULL,NULL,'unverified','open',0,'not_checked',0,0,NULL,'','',NULL,NULL,NULL,NULL,NULL,0,'',NULL,NULL,NULL,NULL,NULL,2,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:16.000000Z');
INSERT INTO "claim" VALUES(5,'00000000000000000000000000000010',2,'the pier stayed closed on Wednesday',3,2,NULL,'article','','',1,NULL,NULL,NULL,NULL,'unverified','open',0,'not_checked',0,0,NULL,'','',NULL,NULL,NULL,NULL,NULL,0,'',NULL,NULL,NULL,NULL,NULL,0,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:14.000000Z');
INSERT INTO "claim" VALUES(6,'00000000000000000000000000000011',3,'the guard will never be trusted again',3,1,6,'direct','said','',0,NULL,NULL,NULL,NULL,'unverified','dismissed',1,'not_checked',0,0,NULL,'','',NULL,NULL,NULL,NULL,NULL,0,'',NULL,'not_checkable',NULL,NULL,NULL,0,NULL,'','2031-05-01T09:00:01.000000Z','2031-05-01T09:00:14.000000Z');
CREATE TABLE claim_key (
  claim_id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  CONSTRAINT pk_claim_key PRIMARY KEY (claim_id, "key"),
  CONSTRAINT fk_claim_key_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "claim_key" VALUES(1,'docker dead');
INSERT INTO "claim_key" VALUES(1,'docker death');
INSERT INTO "claim_key" VALUES(1,'docker killed');
INSERT INTO "claim_key" VALUES(1,'docker passenger');
INSERT INTO "claim_key" VALUES(1,'docker ship');
INSERT INTO "claim_key" VALUES(1,'docker staff');
INSERT INTO "claim_key" VALUES(1,'leagu dead');
INSERT INTO "claim_key" VALUES(1,'leagu death');
INSERT INTO "claim_key" VALUES(1,'leagu killed');
INSERT INTO "claim_key" VALUES(1,'leagu passenger');
INSERT INTO "claim_key" VALUES(1,'leagu ship');
INSERT INTO "claim_key" VALUES(1,'leagu staff');
INSERT INTO "claim_key" VALUES(2,'leagu dead');
INSERT INTO "claim_key" VALUES(2,'leagu death');
INSERT INTO "claim_key" VALUES(2,'leagu killed');
INSERT INTO "claim_key" VALUES(2,'leagu passenger');
INSERT INTO "claim_key" VALUES(2,'leagu ship');
CREATE TABLE claim_tag (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  word VARCHAR(80) NOT NULL,
  CONSTRAINT pk_claim_tag PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_claim_tag_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_claim_tag_word_tag FOREIGN KEY(word) REFERENCES tag (word) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "claim_tag" VALUES(3,0,'harbour');
INSERT INTO "claim_tag" VALUES(4,0,'harbour');
CREATE TABLE editor (
  name VARCHAR(200) NOT NULL,
  since VARCHAR(27) NOT NULL,
  CONSTRAINT pk_editor PRIMARY KEY (name)
);
INSERT INTO "editor" VALUES('Ada','2031-05-01T09:00:01.000000Z');
INSERT INTO "editor" VALUES('Bea','2031-05-01T09:00:02.000000Z');
INSERT INTO "editor" VALUES('Cem','2031-05-01T09:00:06.000000Z');
CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  title TEXT NOT NULL,
  place TEXT DEFAULT '' NOT NULL,
  place_name TEXT DEFAULT '' NOT NULL,
  time_words TEXT,
  time_start VARCHAR(27),
  time_end VARCHAR(27),
  time_precision VARCHAR(32),
  merged_into INTEGER,
  CONSTRAINT ck_event_time_precision CHECK (time_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_event_titled CHECK (length(trim(title)) > 0),
  CONSTRAINT uq_event_uid UNIQUE (uid),
  CONSTRAINT fk_event_merged_into_event FOREIGN KEY(merged_into) REFERENCES event (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "event" VALUES(1,'0000000000000000000000000000000a',1,'Collision off Selm','off Selm','Sélm roads','on Tuesday','2031-04-29T00:00:00.000000Z','2031-04-30T00:00:00.000000Z','day',NULL);
INSERT INTO "event" VALUES(2,'0000000000000000000000000000000b',1,'Closure of the pier','The pier','',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE evidence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  stance VARCHAR(32) NOT NULL,
  title TEXT NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  capture VARCHAR(64),
  no_capture VARCHAR(32),
  judged_by VARCHAR(200) NOT NULL,
  judged_at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_evidence_kind CHECK (kind IN ('document', 'imagery', 'witness', 'statement', 'dataset', 'expert')),
  CONSTRAINT ck_evidence_stance CHECK (stance IN ('supports', 'undermines', 'context', 'inconclusive')),
  CONSTRAINT ck_evidence_no_capture CHECK (no_capture IN ('not_captured', 'dead_link', 'deleted_by_source', 'paywall', 'physical', 'withheld')),
  CONSTRAINT ck_evidence_copy_or_why_not CHECK ((capture IS NULL) = (no_capture IS NOT NULL)),
  CONSTRAINT uq_evidence_uid UNIQUE (uid),
  CONSTRAINT fk_evidence_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_evidence_capture_capture FOREIGN KEY(capture) REFERENCES capture (sha256) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_evidence_judged_by_editor FOREIGN KEY(judged_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "evidence" VALUES(1,'00000000000000000000000000000017',1,1,'document','undermines','harbour log','https://harbour.example/log',NULL,'not_captured','Bea','2031-05-01T09:00:04.000000Z');
INSERT INTO "evidence" VALUES(2,'00000000000000000000000000000018',1,2,'document','supports','https://harbour.example/chart','https://harbour.example/chart','cc57fc1903e444cf6a726490b43b27ee9f87facc037f86872201847c565b45fb',NULL,'Ada','2031-05-01T09:00:07.000000Z');
CREATE TABLE facet_value (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  facet VARCHAR(32) NOT NULL,
  words TEXT NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  source_id INTEGER,
  low FLOAT,
  high FLOAT,
  place TEXT DEFAULT '' NOT NULL,
  time_words TEXT,
  time_start VARCHAR(27),
  time_end VARCHAR(27),
  time_precision VARCHAR(32),
  sense TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_facet_value PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_facet_value_facet CHECK (facet IN ('occurrence', 'actor', 'target', 'casualties', 'quantity', 'place', 'time', 'means', 'cause', 'intent', 'outcome')),
  CONSTRAINT ck_facet_value_time_precision CHECK (time_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_facet_value_span CHECK (span_start < span_end),
  CONSTRAINT fk_facet_value_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_facet_value_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "facet_value" VALUES(1,0,'actor','a harbour guard launch',NULL,NULL,4,NULL,NULL,'',NULL,NULL,NULL,NULL,'');
INSERT INTO "facet_value" VALUES(2,0,'actor','a League picket boat',NULL,NULL,2,NULL,NULL,'',NULL,NULL,NULL,NULL,'');
INSERT INTO "facet_value" VALUES(3,0,'means','no lights',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'');
CREATE TABLE figure (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  low FLOAT,
  high FLOAT,
  low_open BOOLEAN DEFAULT 0 NOT NULL,
  high_open BOOLEAN DEFAULT 0 NOT NULL,
  approximate BOOLEAN DEFAULT 0 NOT NULL,
  "of" FLOAT,
  unit TEXT,
  counts TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_figure PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_figure_interval CHECK (low <= high),
  CONSTRAINT fk_figure_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "figure" VALUES(1,0,'at least two',2.0,NULL,0,0,0,NULL,NULL,'passengers killed');
INSERT INTO "figure" VALUES(2,0,'two',2.0,2.0,0,0,0,NULL,NULL,'passengers were killed');
INSERT INTO "figure" VALUES(4,0,'about 20',20.0,20.0,0,0,1,NULL,NULL,'people were hurt');
CREATE TABLE foreign_entry (
  number INTEGER NOT NULL,
  hash VARCHAR(64) NOT NULL,
  previous VARCHAR(64) NOT NULL,
  uid VARCHAR(32) NOT NULL,
  entry TEXT NOT NULL,
  CONSTRAINT pk_foreign_entry PRIMARY KEY (number),
  CONSTRAINT uq_foreign_entry_hash UNIQUE (hash)
);
CREATE TABLE history (
  seq INTEGER NOT NULL,
  action INTEGER NOT NULL,
  at VARCHAR(27) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  did VARCHAR(32) NOT NULL,
  subject_kind VARCHAR(32) NOT NULL,
  subject_id INTEGER NOT NULL,
  verb VARCHAR(32) NOT NULL,
  changes TEXT NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  undoes INTEGER,
  previous VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  CONSTRAINT pk_history PRIMARY KEY (seq),
  CONSTRAINT ck_history_subject_kind CHECK (subject_kind IN ('A', 'C', 'E', 'M', 'N', 'R', 'S', 'T', 'V')),
  CONSTRAINT ck_history_verb CHECK (verb IN ('added', 'changed', 'removed')),
  CONSTRAINT fk_history_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uq_history_hash UNIQUE (hash)
);
INSERT INTO "history" VALUES(1,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',1,'added','{"kind":[null,"outlet"],"name":[null,"Selm Courier"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000001"]}','',NULL,'0000000000000000000000000000000000000000000000000000000000000000','6f099d4af59c0be84b122f54cce6f583736bec1fe47057a3e72d08223a12ecbb');
INSERT INTO "history" VALUES(2,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',2,'added','{"aliases":[null,["the League"]],"kind":[null,"organisation"],"name":[null,"Dockers\u2019 League"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000002"]}','',NULL,'6f099d4af59c0be84b122f54cce6f583736bec1fe47057a3e72d08223a12ecbb','05b69372033078a11758ec3d0c5c3021b3183cb83dcef8a2ac8e99675de8cb6c');
INSERT INTO "history" VALUES(3,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',3,'added','{"kind":[null,"state"],"name":[null,"Varland"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000003"]}','',NULL,'05b69372033078a11758ec3d0c5c3021b3183cb83dcef8a2ac8e99675de8cb6c','a2fd2490cec44de41dccd4df0e8c485f5783bcac2ef486a868d0c9a8884a69e5');
INSERT INTO "history" VALUES(4,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',4,'added','{"affiliation_id":[null,3],"kind":[null,"government_body"],"name":[null,"harbour guard"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000004"]}','',NULL,'a2fd2490cec44de41dccd4df0e8c485f5783bcac2ef486a868d0c9a8884a69e5','a5d3536e12d71454ce7f0b4db670774033c63e5f50fe4c0b2e10414b21b9fdb8');
INSERT INTO "history" VALUES(5,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',5,'added','{"affiliation_id":[null,4],"aliases":[null,["\u038a\u03bb\u03c3\u03b5 \u039c\u03ac\u03c1\u03c1\u03bf\u03bf\u03c5"]],"kind":[null,"person"],"name":[null,"Ilse Marrow"],"reliability":[null,"F"],"role":[null,"captain"],"uid":[null,"00000000000000000000000000000005"]}','',NULL,'a5d3536e12d71454ce7f0b4db670774033c63e5f50fe4c0b2e10414b21b9fdb8','3052f740dbb5075310efefaf09777866d988add79be3e668ef94eff76292f155');
INSERT INTO "history" VALUES(6,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',6,'added','{"affiliation_id":[null,2],"aliases":[null,["\u0419\u043e\u0440\u0435\u043d \u041f\u0435\u043b\u043b"]],"kind":[null,"person"],"name":[null,"Joren Pell"],"reliability":[null,"F"],"role":[null,"steward"],"uid":[null,"00000000000000000000000000000006"]}','',NULL,'3052f740dbb5075310efefaf09777866d988add79be3e668ef94eff76292f155','4f4a166a93bc7639d272d012f3e3c97d18414b1129672f263dd2281a0f15227e');
INSERT INTO "history" VALUES(7,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',7,'added','{"kind":[null,"outlet"],"name":[null,"Radio Estuary"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000007"]}','',NULL,'4f4a166a93bc7639d272d012f3e3c97d18414b1129672f263dd2281a0f15227e','c56400b86aeeb276d5c04486a6ec0a853809a26192e5a2e2e0cf26ddae8a2c1b');
INSERT INTO "history" VALUES(8,1,'2031-05-01T09:00:01.000000Z','Ada','take in','S',8,'added','{"kind":[null,"unnamed"],"name":[null,"hospital staff"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000008"]}','',NULL,'c56400b86aeeb276d5c04486a6ec0a853809a26192e5a2e2e0cf26ddae8a2c1b','ecfeed5c027b246c6f966f683cfb3bec661957d21f4408911f1296a6c46c4231');
INSERT INTO "history" VALUES(9,1,'2031-05-01T09:00:01.000000Z','Ada','take in','A',1,'added','{"captured_at":[null,"2031-05-01T09:00:01+00:00"],"language":[null,"en"],"publications":[null,[{"byline":"R. Quill","outlet_id":1,"published_at":"2031-04-30T06:00:00+00:00","title":"Two dead after ferry and launch collide off Selm","url":"https://courier.example/ferry","zone":"UTC"}]],"sha256":[null,"f4ee3bf0724eba614b2d55cb8a6b3894afb3f138680982f191dbedbad1f7ec40"],"uid":[null,"00000000000000000000000000000009"]}','',NULL,'ecfeed5c027b246c6f966f683cfb3bec661957d21f4408911f1296a6c46c4231','1e395742ba87b33e1cf19b1a564cbae9c0b1d83e7573053c213b226649967019');
INSERT INTO "history" VALUES(10,1,'2031-05-01T09:00:01.000000Z','Ada','take in','E',1,'added','{"place":[null,"off Selm"],"place_name":[null,"S\u00e9lm roads"],"time":[null,{"end":"2031-04-30T00:00:00+00:00","precision":"day","start":"2031-04-29T00:00:00+00:00","words":"on Tuesday"}],"title":[null,"Collision off Selm"],"uid":[null,"0000000000000000000000000000000a"]}','',NULL,'1e395742ba87b33e1cf19b1a564cbae9c0b1d83e7573053c213b226649967019','74d5973e411754ad70d5d52f9de779930c9b892ac53c4fe3074acca6c2a548d1');
INSERT INTO "history" VALUES(11,1,'2031-05-01T09:00:01.000000Z','Ada','take in','E',2,'added','{"place":[null,"The pier"],"title":[null,"Closure of the pier"],"uid":[null,"0000000000000000000000000000000b"]}','',NULL,'74d5973e411754ad70d5d52f9de779930c9b892ac53c4fe3074acca6c2a548d1','3b67e35bc2a7250d4783df4d15e1473fe57bf138da15430c4e7b4619d38e5286');
INSERT INTO "history" VALUES(12,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',1,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"caveats":[null,[{"outlet_id":1,"words":"Neither account could be independently verified"}]],"chain":[null,[{"date":"","medium":"","role":"speaker","source_id":2,"verb":"accused"}]],"checkable":[null,true],"cue":[null,"accused"],"event_id":[null,1],"facets":[null,[{"facet":"actor","high":null,"low":null,"place":"","sense":"","source_id":4,"span":null,"time":null,"words":"a harbour guard launch"}]],"figures":[null,[{"approximate":false,"counts":"passengers killed","high":null,"high_open":false,"low":2,"low_open":false,"of":null,"text":"at least two","unit":null}]],"passages":[null,[{"article_id":1,"exact":"The Dockers\u2019 League accused a harbour guard launch of ramming the evening ferry \u2026 killing at least two passengers","orphaned":false,"prefix":"ry and launch collide off Selm\n\n","spans":[{"end":129,"start":50},{"end":182,"start":151}],"suffix":". Captain Ilse Marrow of the har"}]],"stage":[null,"open"],"statement":[null,"a harbour guard launch rammed the ferry, killing at least two passengers"],"status":[null,"unverified"],"uid":[null,"0000000000000000000000000000000c"],"voice":[null,"indirect"]}','',NULL,'3b67e35bc2a7250d4783df4d15e1473fe57bf138da15430c4e7b4619d38e5286','5dcb55d8d2644c87d46a3a7dcc17c3f041649c82ab93d6f714f0c529b5af62fa');
INSERT INTO "history" VALUES(13,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',2,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"caveats":[null,[{"outlet_id":1,"words":"Neither account could be independently verified"}]],"chain":[null,[{"date":"","medium":"briefing","role":"speaker","source_id":5,"verb":"blamed"}]],"checkable":[null,true],"cue":[null,"blamed"],"event_id":[null,1],"facets":[null,[{"facet":"actor","high":null,"low":null,"place":"","sense":"","source_id":2,"span":null,"time":null,"words":"a League picket boat"}]],"figures":[null,[{"approximate":false,"counts":"passengers were killed","high":2,"high_open":false,"low":2,"low_open":false,"of":null,"text":"two","unit":null}]],"passages":[null,[{"article_id":1,"exact":"blamed a League picket boat that lay in the fairway \u2026 said two passengers were killed","orphaned":false,"prefix":"lse Marrow of the harbour guard ","spans":[{"end":276,"start":225},{"end":313,"start":282}],"suffix":". Neither account could be indep"}]],"stage":[null,"open"],"statement":[null,"a League picket boat lay in the fairway; two passengers were killed"],"status":[null,"unverified"],"uid":[null,"0000000000000000000000000000000d"],"voice":[null,"indirect"]}','',NULL,'5dcb55d8d2644c87d46a3a7dcc17c3f041649c82ab93d6f714f0c529b5af62fa','228437b5d1bc4541e57976fa0cd566c167515965836f0f259a4cf38ede993c38');
INSERT INTO "history" VALUES(14,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',3,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"chain":[null,[{"date":"","medium":"interview","role":"speaker","source_id":6,"verb":""},{"date":"","medium":"radio","role":"relay","source_id":7,"verb":"quoted"}]],"checkable":[null,true],"cue":[null,"saying"],"event_id":[null,1],"facets":[null,[{"facet":"means","high":null,"low":null,"place":"","sense":"","source_id":null,"span":null,"time":null,"words":"no lights"}]],"hedge":[null,"reportedly"],"passages":[null,[{"article_id":1,"exact":"The launch reportedly carried no lights","orphaned":false,"prefix":"uld be independently verified.\n\n","spans":[{"end":404,"start":365}],"suffix":", Radio Estuary quoted the Leagu"}]],"stage":[null,"open"],"statement":[null,"the launch carried no lights"],"status":[null,"unverified"],"uid":[null,"0000000000000000000000000000000e"],"voice":[null,"indirect"]}','',NULL,'228437b5d1bc4541e57976fa0cd566c167515965836f0f259a4cf38ede993c38','2c4a2f7e5ccf4c66bbc17625065f61ff234453585f89897f3d7513e1b10dec45');
INSERT INTO "history" VALUES(15,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',4,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"chain":[null,[{"date":"","medium":"","role":"speaker","source_id":8,"verb":"said"}]],"checkable":[null,true],"cue":[null,"said"],"event_id":[null,1],"figures":[null,[{"approximate":true,"counts":"people were hurt","high":20,"high_open":false,"low":20,"low_open":false,"of":null,"text":"about 20","unit":null}]],"passages":[null,[{"article_id":1,"exact":"Hospital staff said about 20 people were hurt.","orphaned":false,"prefix":"s steward Joren Pell as saying. ","spans":[{"end":516,"start":470}],"suffix":" The pier stayed closed on Wedne"}]],"stage":[null,"open"],"statement":[null,"about 20 people were hurt"],"status":[null,"unverified"],"uid":[null,"0000000000000000000000000000000f"],"voice":[null,"indirect"]}','',NULL,'2c4a2f7e5ccf4c66bbc17625065f61ff234453585f89897f3d7513e1b10dec45','58db9089468be70892a5037a71f8a7a0d432cd848a551d7aa6f05b3868c74bc4');
INSERT INTO "history" VALUES(16,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',5,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"checkable":[null,true],"event_id":[null,2],"passages":[null,[{"article_id":1,"exact":"The pier stayed closed on Wednesday.","orphaned":false,"prefix":"said about 20 people were hurt. ","spans":[{"end":553,"start":517}],"suffix":"\n\n\u201cThe guard [will] never be tru"}]],"stage":[null,"open"],"statement":[null,"the pier stayed closed on Wednesday"],"status":[null,"unverified"],"uid":[null,"00000000000000000000000000000010"],"voice":[null,"article"]}','',NULL,'58db9089468be70892a5037a71f8a7a0d432cd848a551d7aa6f05b3868c74bc4','cb5c4d3273a0e973a192b659909b42bc6a3c573b861145ae877aa335d2190fb0');
INSERT INTO "history" VALUES(17,1,'2031-05-01T09:00:01.000000Z','Ada','take in','C',6,'added','{"article_id":[null,1],"attribution_check":[null,"not_checked"],"chain":[null,[{"date":"","medium":"interview","role":"speaker","source_id":6,"verb":""}]],"cue":[null,"said"],"event_id":[null,1],"passages":[null,[{"article_id":1,"exact":"The guard [will] never be trusted again","orphaned":false,"prefix":"r stayed closed on Wednesday.\n\n\u201c","spans":[{"end":595,"start":556}],"suffix":",\u201d Pell said.\n"}]],"stage":[null,"open"],"statement":[null,"the guard will never be trusted again"],"status":[null,"unverified"],"uid":[null,"00000000000000000000000000000011"],"voice":[null,"direct"]}','',NULL,'cb5c4d3273a0e973a192b659909b42bc6a3c573b861145ae877aa335d2190fb0','331e0aa01d0cb3962e0ea5e9c2e5b5f082e0ad490425580f1ff42bcd2eda2bbb');
INSERT INTO "history" VALUES(18,1,'2031-05-01T09:00:01.000000Z','Ada','take in','R',1,'added','{"a":[null,1],"at":[null,"2031-05-01T09:00:01+00:00"],"b":[null,2],"by":[null,"Ada"],"facet":[null,"actor"],"kind":[null,"contradicts"],"origin":[null,"machine"],"reason":[null,"harbour guard launch \u2260 League picket boat"],"score":[null,0.9],"state":[null,"suggested"],"uid":[null,"00000000000000000000000000000012"]}','',NULL,'331e0aa01d0cb3962e0ea5e9c2e5b5f082e0ad490425580f1ff42bcd2eda2bbb','fa7726171592d763eae88c816a0e21944cb82067b4c9660b6b4db6db88fce466');
INSERT INTO "history" VALUES(19,1,'2031-05-01T09:00:01.000000Z','Ada','take in','R',2,'added','{"a":[null,1],"at":[null,"2031-05-01T09:00:01+00:00"],"b":[null,2],"by":[null,"Ada"],"facet":[null,"casualties"],"kind":[null,"corroborates"],"origin":[null,"machine"],"reason":[null,"[2, \u221e) meets [2, 2]"],"score":[null,0.7],"state":[null,"suggested"],"uid":[null,"00000000000000000000000000000013"]}','',NULL,'fa7726171592d763eae88c816a0e21944cb82067b4c9660b6b4db6db88fce466','60db9f463436d061478f1c5df2a3bab692be5f57a0c7f447db2ebb6fdc76bc3d');
INSERT INTO "history" VALUES(20,20,'2031-05-01T09:00:02.000000Z','Bea','take in','S',9,'added','{"kind":[null,"person"],"name":[null,"Captain Pell"],"reliability":[null,"F"],"uid":[null,"00000000000000000000000000000014"]}','',NULL,'60db9f463436d061478f1c5df2a3bab692be5f57a0c7f447db2ebb6fdc76bc3d','f718d53fb1984c50d872ad9fcafeea722698ef3ca009ff848092378d4f60606a');
INSERT INTO "history" VALUES(21,20,'2031-05-01T09:00:02.000000Z','Bea','take in','M',1,'added','{"at":[null,"2031-05-01T09:00:02+00:00"],"by":[null,"Bea"],"one_id":[null,6],"other_id":[null,9],"reason":[null,"the surname alone: \u201cJoren Pell\u201d, \u201cCaptain Pell\u201d"],"score":[null,0.75],"state":[null,"suggested"],"uid":[null,"00000000000000000000000000000015"]}','',NULL,'f718d53fb1984c50d872ad9fcafeea722698ef3ca009ff848092378d4f60606a','8a65079cae96c581af2bd87abd3d90abfe5c68a9c7cd5cc13f7908a0de92b97c');
INSERT INTO "history" VALUES(22,20,'2031-05-01T09:00:02.000000Z','Bea','take in','A',2,'added','{"captured_at":[null,"2031-05-01T09:00:02+00:00"],"language":[null,"en"],"publications":[null,[{"byline":"","outlet_id":null,"published_at":null,"title":"Later","url":"https://estuary.example/later","zone":""}]],"sha256":[null,"a7e26881a6c07e5a098ef9446edba27b1a4994845bef6f53e27984e591bbdf3c"],"uid":[null,"00000000000000000000000000000016"]}','',NULL,'8a65079cae96c581af2bd87abd3d90abfe5c68a9c7cd5cc13f7908a0de92b97c','822409339d2f85dcea8191b3de71e0670c190355c071c10423db152cda937ceb');
INSERT INTO "history" VALUES(23,23,'2031-05-01T09:00:03.000000Z','Bea','confirm','R',1,'changed','{"at":["2031-05-01T09:00:01+00:00","2031-05-01T09:00:03+00:00"],"by":["Ada","Bea"],"state":["suggested","confirmed"]}','',NULL,'822409339d2f85dcea8191b3de71e0670c190355c071c10423db152cda937ceb','e9d897307441ddd283aa9f7d8f5fe37bca4eaf8705ebf0e9a71282b9afd27975');
INSERT INTO "history" VALUES(24,23,'2031-05-01T09:00:03.000000Z','Bea','confirm','C',1,'changed','{"proposed":[null,{"reason":"C2 contradicts it on actor","status":"disputed"}]}','',NULL,'e9d897307441ddd283aa9f7d8f5fe37bca4eaf8705ebf0e9a71282b9afd27975','26bf91f04909926413a99e4ab89b5e254232e1d6f7ad9f4f87f3ffbdb947fc32');
INSERT INTO "history" VALUES(25,23,'2031-05-01T09:00:03.000000Z','Bea','confirm','C',2,'changed','{"proposed":[null,{"reason":"C1 contradicts it on actor","status":"disputed"}]}','',NULL,'26bf91f04909926413a99e4ab89b5e254232e1d6f7ad9f4f87f3ffbdb947fc32','1f1af8ed7553a2ecb96a20a7b6ad602b38bc2c0c47b6dafa5440f1b58bf22330');
INSERT INTO "history" VALUES(26,26,'2031-05-01T09:00:04.000000Z','Bea','mark','V',1,'added','{"claim_id":[null,1],"judged_at":[null,"2031-05-01T09:00:04+00:00"],"judged_by":[null,"Bea"],"kind":[null,"document"],"no_capture":[null,"not_captured"],"stance":[null,"undermines"],"title":[null,"harbour log"],"uid":[null,"00000000000000000000000000000017"],"url":[null,"https://harbour.example/log"]}','the log says so',NULL,'1f1af8ed7553a2ecb96a20a7b6ad602b38bc2c0c47b6dafa5440f1b58bf22330','0ec7f71b8ebbc4c9d6f0ea67a2671b230fcf96c1c606d6494a515b434bd8373a');
INSERT INTO "history" VALUES(27,26,'2031-05-01T09:00:04.000000Z','Bea','mark','C',1,'changed','{"judged_at":[null,"2031-05-01T09:00:04+00:00"],"judged_by":[null,"Bea"],"proposed":[{"reason":"C2 contradicts it on actor","status":"disputed"},null],"reason":["","the log says so"],"stage":["open","in_progress"],"status":["unverified","refuted"]}','the log says so',NULL,'0ec7f71b8ebbc4c9d6f0ea67a2671b230fcf96c1c606d6494a515b434bd8373a','7bef97b51e98cbd1313de79d446a45320c4586f365c234f7ea295649b3379b5e');
INSERT INTO "history" VALUES(28,28,'2031-05-01T09:00:05.000000Z','Bea','ready','C',1,'changed','{"readied_by":[null,"Bea"],"stage":["in_progress","ready"]}','',NULL,'7bef97b51e98cbd1313de79d446a45320c4586f365c234f7ea295649b3379b5e','af4f405e1ec5f6ab558555c1c34394ea3ef9a24783b2e134f659a52e8989c0e3');
INSERT INTO "history" VALUES(29,29,'2031-05-01T09:00:06.000000Z','Cem','sign-off','C',1,'changed','{"signed_by":[null,"Cem"],"stage":["ready","signed_off"]}','',NULL,'af4f405e1ec5f6ab558555c1c34394ea3ef9a24783b2e134f659a52e8989c0e3','12458db74cd8e91cf2329a2b377993b0464c3c538c41ca595320988b8a9e7f30');
INSERT INTO "history" VALUES(30,30,'2031-05-01T09:00:07.000000Z','Ada','evidence','V',2,'added','{"capture":[null,"cc57fc1903e444cf6a726490b43b27ee9f87facc037f86872201847c565b45fb"],"claim_id":[null,2],"judged_at":[null,"2031-05-01T09:00:07+00:00"],"judged_by":[null,"Ada"],"kind":[null,"document"],"stance":[null,"supports"],"title":[null,"https://harbour.example/chart"],"uid":[null,"00000000000000000000000000000018"],"url":[null,"https://harbour.example/chart"]}','',NULL,'12458db74cd8e91cf2329a2b377993b0464c3c538c41ca595320988b8a9e7f30','de252696b1f8344b2c1ff308babac4c96b24dbeb6ac45a97765055b8bec58e67');
INSERT INTO "history" VALUES(31,31,'2031-05-01T09:00:08.000000Z','Ada','attempt','T',1,'added','{"at":[null,"2031-05-01T09:00:08+00:00"],"by":[null,"Ada"],"claim_id":[null,3],"result":[null,"no answer"],"uid":[null,"00000000000000000000000000000019"],"what":[null,"asked the harbour master"]}','',NULL,'de252696b1f8344b2c1ff308babac4c96b24dbeb6ac45a97765055b8bec58e67','fa28acb0d54906327e5cf5c6763b8e12eff684526f0cb09434224c291f03fc60');
INSERT INTO "history" VALUES(32,32,'2031-05-01T09:00:09.000000Z','Ada','note','N',1,'added','{"at":[null,"2031-05-01T09:00:09+00:00"],"by":[null,"Ada"],"claim_id":[null,3],"text":[null,"ask the pilot"],"uid":[null,"0000000000000000000000000000001a"]}','',NULL,'fa28acb0d54906327e5cf5c6763b8e12eff684526f0cb09434224c291f03fc60','0cf6672a9517c1f9b2b1fda60f9fc4385d0489dc192b36a2a426c7e040bf6636');
INSERT INTO "history" VALUES(33,33,'2031-05-01T09:00:10.000000Z','Ada','tag','C',3,'changed','{"tags":[[],["harbour"]]}','',NULL,'0cf6672a9517c1f9b2b1fda60f9fc4385d0489dc192b36a2a426c7e040bf6636','5937e659d58e61cfa09f915090d67f0291443ce59f65d8d0bacf884e05be45f4');
INSERT INTO "history" VALUES(34,33,'2031-05-01T09:00:10.000000Z','Ada','tag','C',4,'changed','{"tags":[[],["harbour"]]}','',NULL,'5937e659d58e61cfa09f915090d67f0291443ce59f65d8d0bacf884e05be45f4','b17f84176a40ee3c1178e46e6ca7b9619ad4889dcdc022bd64c8770297eb09b7');
INSERT INTO "history" VALUES(35,35,'2031-05-01T09:00:11.000000Z','Ada','dismiss','C',6,'changed','{"dismissal":[null,"not_checkable"],"stage":["open","dismissed"]}','',NULL,'b17f84176a40ee3c1178e46e6ca7b9619ad4889dcdc022bd64c8770297eb09b7','0550fa51117540202f912e818d8f0a0aa9e6d38105a73b188bdfb9740d777094');
INSERT INTO "history" VALUES(36,36,'2031-05-01T09:00:12.000000Z','Ada','edit','C',2,'changed','{"due":[null,"2031-05-02T12:00:00+00:00"]}','',NULL,'0550fa51117540202f912e818d8f0a0aa9e6d38105a73b188bdfb9740d777094','03d1dc3545bda94e5cad4ca9d33332920a607f1b73a09bca3c9c43d846a8eb0f');
INSERT INTO "history" VALUES(37,37,'2031-05-01T09:00:13.000000Z','Ada','edit','S',8,'changed','{"restricted_name":[null,"set"]}','',NULL,'03d1dc3545bda94e5cad4ca9d33332920a607f1b73a09bca3c9c43d846a8eb0f','01ae0a7badcf94b4e984c81c9f01e5383d0c8cecf175dd21e56b9c779c08d764');
INSERT INTO "history" VALUES(38,37,'2031-05-01T09:00:13.000000Z','Ada','edit','S',8,'changed','{"restricted":[false,true]}','',NULL,'01ae0a7badcf94b4e984c81c9f01e5383d0c8cecf175dd21e56b9c779c08d764','19bd5fbae9171a9a7d5fc08a0d94dd1b2abaff84d7f70b83d417f3c076c912d3');
INSERT INTO "history" VALUES(39,39,'2031-05-01T09:00:14.000000Z','Cem','take in','A',3,'added','{"captured_at":[null,"2031-05-01T09:00:14+00:00"],"language":[null,"en"],"publications":[null,[{"byline":"R. Quill","outlet_id":null,"published_at":"2031-04-30T06:00:00+00:00","title":"Two dead after ferry and launch collide off Selm","url":"https://courier.example/ferry","zone":"UTC"}]],"revision_of":[null,1],"sha256":[null,"57eb8b34e94be1a7a181cf3675af2fc811aa645c284c04583a4171b0068d7b58"],"uid":[null,"0000000000000000000000000000001b"]}','',NULL,'19bd5fbae9171a9a7d5fc08a0d94dd1b2abaff84d7f70b83d417f3c076c912d3','372e74a76f487ef59e9896129f7f1d72b11d584ac7fbb6b6db3f428d24d85346');
INSERT INTO "history" VALUES(40,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',1,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"The Dockers\u2019 League accused a harbour guard launch of ramming the evening ferry \u2026 killing at least two passengers","orphaned":false,"prefix":"ry and launch collide off Selm\n\n","spans":[{"end":129,"start":50},{"end":182,"start":151}],"suffix":". Captain Ilse Marrow of the har"}],[{"article_id":3,"exact":"The Dockers\u2019 League accused a harbour guard launch of ramming the evening ferry \u2026 killing at least two passengers","orphaned":false,"prefix":"ry and launch collide off Selm\n\n","spans":[{"end":129,"start":50},{"end":182,"start":151}],"suffix":". Captain Ilse Marrow of the har"}]],"stale":[false,true]}','',NULL,'372e74a76f487ef59e9896129f7f1d72b11d584ac7fbb6b6db3f428d24d85346','ae77c97a45c89e96925b8245cf1b3bd907331bae619845c6887f70deb28c86f9');
INSERT INTO "history" VALUES(41,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',2,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"blamed a League picket boat that lay in the fairway \u2026 said two passengers were killed","orphaned":false,"prefix":"lse Marrow of the harbour guard ","spans":[{"end":276,"start":225},{"end":313,"start":282}],"suffix":". Neither account could be indep"}],[{"article_id":3,"exact":"blamed a League picket boat that lay in the fairway \u2026 said two passengers were killed","orphaned":false,"prefix":"lse Marrow of the harbour guard ","spans":[{"end":276,"start":225},{"end":313,"start":282}],"suffix":". Neither account could be indep"}]]}','',NULL,'ae77c97a45c89e96925b8245cf1b3bd907331bae619845c6887f70deb28c86f9','e169b36ffbf54de5e015867178df47bb8db73f8ffba546570bbe5d3790b405da');
INSERT INTO "history" VALUES(42,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',3,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"The launch reportedly carried no lights","orphaned":false,"prefix":"uld be independently verified.\n\n","spans":[{"end":404,"start":365}],"suffix":", Radio Estuary quoted the Leagu"}],[{"article_id":3,"exact":"The launch reportedly carried no lights","orphaned":false,"prefix":"uld be independently verified.\n\n","spans":[{"end":404,"start":365}],"suffix":", Radio Estuary quoted the Leagu"}]]}','',NULL,'e169b36ffbf54de5e015867178df47bb8db73f8ffba546570bbe5d3790b405da','895265fc23ac602b322d92183ca6a19b41e391ae72c3c2ad9828c7737f200914');
INSERT INTO "history" VALUES(43,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',4,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"Hospital staff said about 20 people were hurt.","orphaned":false,"prefix":"s steward Joren Pell as saying. ","spans":[{"end":516,"start":470}],"suffix":" The pier stayed closed on Wedne"}],[{"article_id":1,"exact":"Hospital staff said about 20 people were hurt.","orphaned":true,"prefix":"s steward Joren Pell as saying. ","spans":[{"end":516,"start":470}],"suffix":" The pier stayed closed on Wedne"}]]}','',NULL,'895265fc23ac602b322d92183ca6a19b41e391ae72c3c2ad9828c7737f200914','3380abbd590d46825e4213b629f5b96fdfc429a5cb017207e81b50241c271bf9');
INSERT INTO "history" VALUES(44,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',5,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"The pier stayed closed on Wednesday.","orphaned":false,"prefix":"said about 20 people were hurt. ","spans":[{"end":553,"start":517}],"suffix":"\n\n\u201cThe guard [will] never be tru"}],[{"article_id":3,"exact":"The pier stayed closed on Wednesday.","orphaned":false,"prefix":"said about 30 people were hurt. ","spans":[{"end":553,"start":517}],"suffix":"\n\n\u201cThe guard [will] never be tru"}]]}','',NULL,'3380abbd590d46825e4213b629f5b96fdfc429a5cb017207e81b50241c271bf9','a0f6b28883200545a4d6cbcd359f92169edb00c8fe549c4231c4b08f54b99311');
INSERT INTO "history" VALUES(45,39,'2031-05-01T09:00:14.000000Z','Cem','take in','C',6,'changed','{"article_id":[1,3],"passages":[[{"article_id":1,"exact":"The guard [will] never be trusted again","orphaned":false,"prefix":"r stayed closed on Wednesday.\n\n\u201c","spans":[{"end":595,"start":556}],"suffix":",\u201d Pell said.\n"}],[{"article_id":3,"exact":"The guard [will] never be trusted again","orphaned":false,"prefix":"r stayed closed on Wednesday.\n\n\u201c","spans":[{"end":595,"start":556}],"suffix":",\u201d Pell said.\n"}]]}','',NULL,'a0f6b28883200545a4d6cbcd359f92169edb00c8fe549c4231c4b08f54b99311','4641a554404d38bdf4387f83f5050680d305825235e6f7eed669cbec721328a4');
INSERT INTO "history" VALUES(46,46,'2031-05-01T09:00:15.000000Z','Cem','tag','C',4,'changed','{"tags":[["harbour"],["harbour","mistaken"]]}','',NULL,'4641a554404d38bdf4387f83f5050680d305825235e6f7eed669cbec721328a4','57d9fbcc63eac6577f00b49137e4ebe1d2cd8ced99e7ccecb6fa33557a932619');
INSERT INTO "history" VALUES(47,47,'2031-05-01T09:00:16.000000Z','Cem','undo','C',4,'changed','{"tags":[["harbour","mistaken"],["harbour"]]}','',46,'57d9fbcc63eac6577f00b49137e4ebe1d2cd8ced99e7ccecb6fa33557a932619','6e77145da3e2fd7cd10c18fd70a097f854090c6bc8c2f5488bc3ba85c418e268');
CREATE TABLE hop (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  role VARCHAR(32) NOT NULL,
  medium TEXT DEFAULT '' NOT NULL,
  verb TEXT DEFAULT '' NOT NULL,
  date TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_hop PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_hop_role CHECK (role IN ('speaker', 'relay', 'publisher')),
  CONSTRAINT fk_hop_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_hop_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "hop" VALUES(1,0,2,'speaker','','accused','');
INSERT INTO "hop" VALUES(2,0,5,'speaker','briefing','blamed','');
INSERT INTO "hop" VALUES(3,0,6,'speaker','interview','','');
INSERT INTO "hop" VALUES(3,1,7,'relay','radio','quoted','');
INSERT INTO "hop" VALUES(4,0,8,'speaker','','said','');
INSERT INTO "hop" VALUES(6,0,6,'speaker','interview','','');
CREATE TABLE keyed_by (
  lexicon VARCHAR(64) NOT NULL,
  CONSTRAINT pk_keyed_by PRIMARY KEY (lexicon)
);
INSERT INTO "keyed_by" VALUES('de4daa81aae1e040d3aea4dcef88a9977507b21da50b81cfa599a2583d008681');
CREATE TABLE "match" (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  one_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  score FLOAT NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  state VARCHAR(32) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_match_state CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  CONSTRAINT ck_match_two_sources CHECK (one_id < other_id),
  CONSTRAINT uq_match_one_id_other_id UNIQUE (one_id, other_id),
  CONSTRAINT uq_match_uid UNIQUE (uid),
  CONSTRAINT fk_match_one_id_source FOREIGN KEY(one_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_match_other_id_source FOREIGN KEY(other_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_match_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "match" VALUES(1,'00000000000000000000000000000015',1,6,9,0.75,'the surname alone: “Joren Pell”, “Captain Pell”','suggested','Bea','2031-05-01T09:00:02.000000Z');
CREATE TABLE name_key (
  source_id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  CONSTRAINT pk_name_key PRIMARY KEY (source_id, "key"),
  CONSTRAINT fk_name_key_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "name_key" VALUES(1,'B:*cos');
INSERT INTO "name_key" VALUES(1,'B:*cs');
INSERT INTO "name_key" VALUES(1,'B:slm sr');
INSERT INTO "name_key" VALUES(2,'B:*dl');
INSERT INTO "name_key" VALUES(2,'B:*dlo');
INSERT INTO "name_key" VALUES(2,'B:dkrs lg');
INSERT INTO "name_key" VALUES(2,'B:lg');
INSERT INTO "name_key" VALUES(3,'B:vrlnd');
INSERT INTO "name_key" VALUES(4,'B:*gh');
INSERT INTO "name_key" VALUES(4,'B:*gho');
INSERT INTO "name_key" VALUES(4,'B:grd rbr');
INSERT INTO "name_key" VALUES(5,'P:ls mr');
INSERT INTO "name_key" VALUES(5,'P:ls mrv');
INSERT INTO "name_key" VALUES(5,'P:mr');
INSERT INTO "name_key" VALUES(5,'P:mrv');
INSERT INTO "name_key" VALUES(6,'P:pl');
INSERT INTO "name_key" VALUES(6,'P:pl rn');
INSERT INTO "name_key" VALUES(7,'B:*eor');
INSERT INTO "name_key" VALUES(7,'B:*er');
INSERT INTO "name_key" VALUES(7,'B:rd str');
INSERT INTO "name_key" VALUES(9,'P:pl');
CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT uq_note_uid UNIQUE (uid),
  CONSTRAINT fk_note_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_note_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "note" VALUES(1,'0000000000000000000000000000001a',1,3,'ask the pilot','Ada','2031-05-01T09:00:09.000000Z');
CREATE TABLE passage (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  spans TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT DEFAULT '' NOT NULL,
  suffix TEXT DEFAULT '' NOT NULL,
  orphaned BOOLEAN DEFAULT 0 NOT NULL,
  CONSTRAINT pk_passage PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_passage_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_passage_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "passage" VALUES(1,0,3,'[[50,129],[151,182]]','The Dockers’ League accused a harbour guard launch of ramming the evening ferry … killing at least two passengers','ry and launch collide off Selm

','. Captain Ilse Marrow of the har',0);
INSERT INTO "passage" VALUES(2,0,3,'[[225,276],[282,313]]','blamed a League picket boat that lay in the fairway … said two passengers were killed','lse Marrow of the harbour guard ','. Neither account could be indep',0);
INSERT INTO "passage" VALUES(3,0,3,'[[365,404]]','The launch reportedly carried no lights','uld be independently verified.

',', Radio Estuary quoted the Leagu',0);
INSERT INTO "passage" VALUES(4,0,1,'[[470,516]]','Hospital staff said about 20 people were hurt.','s steward Joren Pell as saying. ',' The pier stayed closed on Wedne',1);
INSERT INTO "passage" VALUES(5,0,3,'[[517,553]]','The pier stayed closed on Wednesday.','said about 30 people were hurt. ','

“The guard [will] never be tru',0);
INSERT INTO "passage" VALUES(6,0,3,'[[556,595]]','The guard [will] never be trusted again','r stayed closed on Wednesday.

“',',” Pell said.
',0);
CREATE TABLE publication (
  article_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  outlet_id INTEGER,
  byline TEXT DEFAULT '' NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  address TEXT DEFAULT '' NOT NULL,
  published_at VARCHAR(27),
  zone TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_publication PRIMARY KEY (article_id, position),
  CONSTRAINT fk_publication_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_publication_outlet_id_source FOREIGN KEY(outlet_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "publication" VALUES(1,0,'Two dead after ferry and launch collide off Selm',1,'R. Quill','https://courier.example/ferry','courier.example/ferry','2031-04-30T06:00:00.000000Z','UTC');
INSERT INTO "publication" VALUES(2,0,'Later',NULL,'','https://estuary.example/later','estuary.example/later',NULL,'');
INSERT INTO "publication" VALUES(3,0,'Two dead after ferry and launch collide off Selm',NULL,'R. Quill','https://courier.example/ferry','courier.example/ferry','2031-04-30T06:00:00.000000Z','UTC');
CREATE TABLE relation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  facet VARCHAR(32),
  state VARCHAR(32) NOT NULL,
  origin VARCHAR(32) NOT NULL,
  score FLOAT,
  reason TEXT DEFAULT '' NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_relation_kind CHECK (kind IN ('contradicts', 'denies', 'corroborates', 'concedes', 'relays', 'refines', 'updates', 'retracts')),
  CONSTRAINT ck_relation_facet CHECK (facet IN ('occurrence', 'actor', 'target', 'casualties', 'quantity', 'place', 'time', 'means', 'cause', 'intent', 'outcome')),
  CONSTRAINT ck_relation_state CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  CONSTRAINT ck_relation_origin CHECK (origin IN ('person', 'machine')),
  CONSTRAINT ck_relation_two_claims CHECK (a <> b),
  CONSTRAINT uq_relation_uid UNIQUE (uid),
  CONSTRAINT fk_relation_a_claim FOREIGN KEY(a) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_relation_b_claim FOREIGN KEY(b) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_relation_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "relation" VALUES(1,'00000000000000000000000000000012',2,1,2,'contradicts','actor','confirmed','machine',0.9,'harbour guard launch ≠ League picket boat','Bea','2031-05-01T09:00:03.000000Z');
INSERT INTO "relation" VALUES(2,'00000000000000000000000000000013',1,1,2,'corroborates','casualties','suggested','machine',0.7,'[2, ∞) meets [2, 2]','Ada','2031-05-01T09:00:01.000000Z');
CREATE TABLE restricted_name (
  source_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT pk_restricted_name PRIMARY KEY (source_id),
  CONSTRAINT fk_restricted_name_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "restricted_name" VALUES(8,'Odo Vane');
CREATE TABLE source (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  name TEXT NOT NULL,
  kind VARCHAR(32) NOT NULL,
  role TEXT DEFAULT '' NOT NULL,
  affiliation_id INTEGER,
  reliability VARCHAR(32) NOT NULL,
  own_origin BOOLEAN DEFAULT 0 NOT NULL,
  restricted BOOLEAN DEFAULT 0 NOT NULL,
  merged_into INTEGER,
  CONSTRAINT ck_source_kind CHECK (kind IN ('person', 'armed_group', 'government_body', 'state', 'company', 'organisation', 'outlet', 'document', 'footage', 'unnamed')),
  CONSTRAINT ck_source_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  CONSTRAINT ck_source_named CHECK (length(trim(name)) > 0),
  CONSTRAINT uq_source_uid UNIQUE (uid),
  CONSTRAINT fk_source_affiliation_id_source FOREIGN KEY(affiliation_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_source_merged_into_source FOREIGN KEY(merged_into) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "source" VALUES(1,'00000000000000000000000000000001',1,'Selm Courier','outlet','',NULL,'F',0,0,NULL);
INSERT INTO "source" VALUES(2,'00000000000000000000000000000002',1,'Dockers’ League','organisation','',NULL,'F',0,0,NULL);
INSERT INTO "source" VALUES(3,'00000000000000000000000000000003',1,'Varland','state','',NULL,'F',0,0,NULL);
INSERT INTO "source" VALUES(4,'00000000000000000000000000000004',1,'harbour guard','government_body','',3,'F',0,0,NULL);
INSERT INTO "source" VALUES(5,'00000000000000000000000000000005',1,'Ilse Marrow','person','captain',4,'F',0,0,NULL);
INSERT INTO "source" VALUES(6,'00000000000000000000000000000006',1,'Joren Pell','person','steward',2,'F',0,0,NULL);
INSERT INTO "source" VALUES(7,'00000000000000000000000000000007',1,'Radio Estuary','outlet','',NULL,'F',0,0,NULL);
INSERT INTO "source" VALUES(8,'00000000000000000000000000000008',2,'hospital staff','unnamed','',NULL,'F',0,1,NULL);
INSERT INTO "source" VALUES(9,'00000000000000000000000000000014',1,'Captain Pell','person','',NULL,'F',0,0,NULL);
CREATE TABLE tag (
  word VARCHAR(80) NOT NULL,
  CONSTRAINT pk_tag PRIMARY KEY (word)
);
INSERT INTO "tag" VALUES('harbour');
INSERT INTO "tag" VALUES('mistaken');
CREATE TABLE tally (
  status VARCHAR(32) NOT NULL,
  stage VARCHAR(32) NOT NULL,
  contested BOOLEAN NOT NULL,
  stale BOOLEAN NOT NULL,
  claims INTEGER NOT NULL,
  CONSTRAINT pk_tally PRIMARY KEY (status, stage, contested, stale),
  CONSTRAINT ck_tally_status CHECK (status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_tally_stage CHECK (stage IN ('suggested', 'open', 'in_progress', 'waiting', 'ready', 'signed_off', 'dismissed'))
);
INSERT INTO "tally" VALUES('unverified','open',0,0,3);
INSERT INTO "tally" VALUES('unverified','open',1,0,1);
INSERT INTO "tally" VALUES('refuted','in_progress',1,0,0);
INSERT INTO "tally" VALUES('refuted','ready',1,0,0);
INSERT INTO "tally" VALUES('refuted','signed_off',1,0,0);
INSERT INTO "tally" VALUES('unverified','dismissed',0,0,1);
INSERT INTO "tally" VALUES('refuted','signed_off',1,1,1);
CREATE TABLE under_way (
  did VARCHAR(32) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  since VARCHAR(27) NOT NULL,
  CONSTRAINT pk_under_way PRIMARY KEY (did)
);
CREATE INDEX ix_article_captured_at ON article (captured_at);
CREATE INDEX ix_article_revision_of ON article (revision_of);
CREATE INDEX ix_event_time_start ON event (time_start);
CREATE INDEX ix_foreign_entry_uid ON foreign_entry (uid);
CREATE INDEX ix_source_affiliation_id ON source (affiliation_id);
CREATE INDEX ix_source_name ON source (name);
CREATE INDEX ix_alias_name ON alias (name);
CREATE INDEX ix_claim_article ON claim (article_id, queue_key, id);
CREATE INDEX ix_claim_assignee ON claim (assignee, queue_key, id);
CREATE INDEX ix_claim_contested ON claim (queue_key, id) WHERE contested IS 1;
CREATE INDEX ix_claim_event ON claim (event_id, queue_key, id);
CREATE INDEX ix_claim_queue ON claim (queue_key, id);
CREATE INDEX ix_claim_speaker ON claim (speaker_id, queue_key, id);
CREATE INDEX ix_claim_stage ON claim (stage, queue_key, id);
CREATE INDEX ix_claim_stale ON claim (queue_key, id) WHERE stale IS 1;
CREATE INDEX ix_claim_status ON claim (status, queue_key, id);
CREATE INDEX ix_history_action ON history (action);
CREATE INDEX ix_history_by ON history ("by", action);
CREATE INDEX ix_history_subject ON history (subject_kind, subject_id, seq);
CREATE INDEX ix_history_undoes ON history (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX ix_publication_address ON publication (address);
CREATE INDEX ix_publication_outlet_id ON publication (outlet_id);
CREATE INDEX ix_name_key_key ON name_key ("key", source_id);
CREATE INDEX ix_match_other_id ON "match" (other_id);
CREATE INDEX ix_match_state ON "match" (state, id);
CREATE INDEX ix_attempt_claim_id ON attempt (claim_id);
CREATE INDEX ix_claim_tag_word ON claim_tag (word, claim_id);
CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);
CREATE INDEX ix_article_word_word ON article_word (word, article_id);
CREATE INDEX ix_claim_key_key ON claim_key ("key", claim_id);
CREATE INDEX ix_facet_value_source_id ON facet_value (source_id);
CREATE INDEX ix_hop_source_id ON hop (source_id);
CREATE INDEX ix_note_claim_id ON note (claim_id);
CREATE INDEX ix_passage_article_id ON passage (article_id);
CREATE INDEX ix_relation_a ON relation (a);
CREATE INDEX ix_relation_b ON relation (b);
CREATE INDEX ix_relation_state ON relation (state, id);
CREATE UNIQUE INDEX uq_relation_tie ON relation (a, b, kind, coalesce(facet, ''));
CREATE VIEW claim_words (id, statement, quote, source, event) AS
SELECT claim.id,
  replace(claim.statement, coalesce(hidden.name, ''), coalesce(speaker.name, '')),
  (SELECT replace(group_concat(exact, ' … '), coalesce(hidden.name, ''),
                  coalesce(speaker.name, ''))
   FROM (SELECT exact FROM passage WHERE claim_id = claim.id ORDER BY position) AS said),
  (SELECT group_concat(name, ' ') FROM
    (SELECT source.name FROM hop JOIN source ON source.id = hop.source_id
     WHERE hop.claim_id = claim.id
     UNION ALL
     SELECT alias.name FROM hop JOIN alias ON alias.source_id = hop.source_id
     WHERE hop.claim_id = claim.id) AS named),
  (SELECT title || ' ' || place || ' ' || place_name FROM event WHERE event.id = claim.event_id)
FROM claim
LEFT JOIN source AS speaker ON speaker.id = claim.speaker_id
LEFT JOIN restricted_name AS hidden ON hidden.source_id = claim.speaker_id;
CREATE VIEW claim_text (id, statement, quote, source, event) AS
SELECT id, CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden WHERE tells(statement, hidden.name) = 1) THEN '' ELSE statement END, CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden WHERE tells(quote, hidden.name) = 1) THEN '' ELSE quote END, CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden WHERE tells(source, hidden.name) = 1) THEN '' ELSE source END, CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden WHERE tells(event, hidden.name) = 1) THEN '' ELSE event END
FROM claim_words;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER foreign_entry_no_update BEFORE UPDATE ON foreign_entry BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER foreign_entry_no_delete BEFORE DELETE ON foreign_entry BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER contested_insert AFTER INSERT ON relation BEGIN UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE (a = claim.id OR b = claim.id) AND kind IN ('contradicts', 'denies') AND state <> 'rejected') WHERE id IN (NEW.a, NEW.b); END;
CREATE TRIGGER contested_update AFTER UPDATE OF a, b, kind, state ON relation BEGIN UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE (a = claim.id OR b = claim.id) AND kind IN ('contradicts', 'denies') AND state <> 'rejected') WHERE id IN (OLD.a, OLD.b); UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE (a = claim.id OR b = claim.id) AND kind IN ('contradicts', 'denies') AND state <> 'rejected') WHERE id IN (NEW.a, NEW.b); END;
CREATE TRIGGER contested_delete AFTER DELETE ON relation BEGIN UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE (a = claim.id OR b = claim.id) AND kind IN ('contradicts', 'denies') AND state <> 'rejected') WHERE id IN (OLD.a, OLD.b); END;
CREATE TRIGGER tally_insert AFTER INSERT ON claim BEGIN INSERT INTO tally (status, stage, contested, stale, claims) VALUES (NEW.status, NEW.stage, NEW.contested, NEW.stale, 1) ON CONFLICT (status, stage, contested, stale) DO UPDATE SET claims = tally.claims + 1; END;
CREATE TRIGGER tally_update AFTER UPDATE OF status, stage, contested, stale ON claim BEGIN UPDATE tally SET claims = claims - 1 WHERE status = OLD.status AND stage = OLD.stage AND contested = OLD.contested AND stale = OLD.stale; INSERT INTO tally (status, stage, contested, stale, claims) VALUES (NEW.status, NEW.stage, NEW.contested, NEW.stale, 1) ON CONFLICT (status, stage, contested, stale) DO UPDATE SET claims = tally.claims + 1; END;
CREATE TRIGGER tally_delete AFTER DELETE ON claim BEGIN UPDATE tally SET claims = claims - 1 WHERE status = OLD.status AND stage = OLD.stage AND contested = OLD.contested AND stale = OLD.stale; END;
CREATE TRIGGER search_claim_before_insert BEFORE INSERT ON claim BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.id); END;
CREATE TRIGGER search_claim_after_insert AFTER INSERT ON claim BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.id); END;
CREATE TRIGGER search_claim_before_update BEFORE UPDATE OF statement, event_id, speaker_id ON claim BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.id); END;
CREATE TRIGGER search_claim_after_update AFTER UPDATE OF statement, event_id, speaker_id ON claim BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.id); END;
CREATE TRIGGER search_claim_before_delete BEFORE DELETE ON claim BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.id); END;
CREATE TRIGGER search_claim_after_delete AFTER DELETE ON claim BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.id); END;
CREATE TRIGGER search_passage_before_insert BEFORE INSERT ON passage BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_passage_after_insert AFTER INSERT ON passage BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_passage_before_update BEFORE UPDATE OF exact ON passage BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_passage_after_update AFTER UPDATE OF exact ON passage BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_passage_before_delete BEFORE DELETE ON passage BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_passage_after_delete AFTER DELETE ON passage BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_hop_before_insert BEFORE INSERT ON hop BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_hop_after_insert AFTER INSERT ON hop BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_hop_before_update BEFORE UPDATE OF source_id ON hop BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_hop_after_update AFTER UPDATE OF source_id ON hop BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (NEW.claim_id); END;
CREATE TRIGGER search_hop_before_delete BEFORE DELETE ON hop BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_hop_after_delete AFTER DELETE ON hop BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (OLD.claim_id); END;
CREATE TRIGGER search_source_before_insert BEFORE INSERT ON source BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.id); END;
CREATE TRIGGER search_source_after_insert AFTER INSERT ON source BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.id); END;
CREATE TRIGGER search_source_before_update BEFORE UPDATE OF name ON source BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.id); END;
CREATE TRIGGER search_source_after_update AFTER UPDATE OF name ON source BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.id); END;
CREATE TRIGGER search_source_before_delete BEFORE DELETE ON source BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.id); END;
CREATE TRIGGER search_source_after_delete AFTER DELETE ON source BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.id); END;
CREATE TRIGGER search_alias_before_insert BEFORE INSERT ON alias BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.source_id); END;
CREATE TRIGGER search_alias_after_insert AFTER INSERT ON alias BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.source_id); END;
CREATE TRIGGER search_alias_before_update BEFORE UPDATE OF name ON alias BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.source_id); END;
CREATE TRIGGER search_alias_after_update AFTER UPDATE OF name ON alias BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = NEW.source_id); END;
CREATE TRIGGER search_alias_before_delete BEFORE DELETE ON alias BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.source_id); END;
CREATE TRIGGER search_alias_after_delete AFTER DELETE ON alias BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT claim_id FROM hop WHERE source_id = OLD.source_id); END;
CREATE TRIGGER search_event_before_insert BEFORE INSERT ON event BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = NEW.id); END;
CREATE TRIGGER search_event_after_insert AFTER INSERT ON event BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = NEW.id); END;
CREATE TRIGGER search_event_before_update BEFORE UPDATE OF title, place, place_name ON event BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = OLD.id); END;
CREATE TRIGGER search_event_after_update AFTER UPDATE OF title, place, place_name ON event BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = NEW.id); END;
CREATE TRIGGER search_event_before_delete BEFORE DELETE ON event BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = OLD.id); END;
CREATE TRIGGER search_event_after_delete AFTER DELETE ON event BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE event_id = OLD.id); END;
CREATE TRIGGER search_restricted_name_before_insert BEFORE INSERT ON restricted_name BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE speaker_id = NEW.source_id UNION SELECT id FROM claim_words WHERE tells(coalesce(statement, '') || ' ' || coalesce(quote, '') || ' ' || coalesce(source, '') || ' ' || coalesce(event, ''), NEW.name) = 1); END;
CREATE TRIGGER search_restricted_name_after_insert AFTER INSERT ON restricted_name BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE speaker_id = NEW.source_id UNION SELECT id FROM claim_words WHERE tells(coalesce(statement, '') || ' ' || coalesce(quote, '') || ' ' || coalesce(source, '') || ' ' || coalesce(event, ''), NEW.name) = 1); END;
CREATE TRIGGER search_restricted_name_before_delete BEFORE DELETE ON restricted_name BEGIN INSERT INTO claim_search(claim_search, rowid, statement, quote, source, event) SELECT 'delete', id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE speaker_id = OLD.source_id UNION SELECT id FROM claim_words WHERE tells(coalesce(statement, '') || ' ' || coalesce(quote, '') || ' ' || coalesce(source, '') || ' ' || coalesce(event, ''), OLD.name) = 1); END;
CREATE TRIGGER search_restricted_name_after_delete AFTER DELETE ON restricted_name BEGIN INSERT INTO claim_search(rowid, statement, quote, source, event) SELECT id, statement, quote, source, event FROM claim_text WHERE id IN (SELECT id FROM claim WHERE speaker_id = OLD.source_id UNION SELECT id FROM claim_words WHERE tells(coalesce(statement, '') || ' ' || coalesce(quote, '') || ' ' || coalesce(source, '') || ' ' || coalesce(event, ''), OLD.name) = 1); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('source',9);
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('event',2);
INSERT INTO "sqlite_sequence" VALUES('claim',6);
INSERT INTO "sqlite_sequence" VALUES('relation',2);
INSERT INTO "sqlite_sequence" VALUES('match',1);
INSERT INTO "sqlite_sequence" VALUES('evidence',2);
INSERT INTO "sqlite_sequence" VALUES('attempt',1);
INSERT INTO "sqlite_sequence" VALUES('note',1);
CREATE VIRTUAL TABLE claim_search USING fts5(
  statement, quote, source, event, content='claim_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2',
  prefix='1 2 3');
INSERT INTO claim_search(claim_search) VALUES ('rebuild');
COMMIT;
PRAGMA application_id = 1414679378;
