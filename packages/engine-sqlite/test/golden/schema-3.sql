PRAGMA application_id = 1096172887;
PRAGMA user_version = 3;
CREATE TABLE lifecycle (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    wake_at INTEGER,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    snapshot TEXT NOT NULL
  , packed BLOB, last_entry INTEGER) STRICT;
CREATE INDEX lifecycle_wake ON lifecycle (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX lifecycle_stage ON lifecycle (stage, application_id);
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    lifecycle INTEGER NOT NULL REFERENCES lifecycle (number),
    key TEXT NOT NULL UNIQUE,
    effect TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    performed_by TEXT NOT NULL DEFAULT '[]',
    due_at INTEGER NOT NULL,
    died_at INTEGER,
    error TEXT
  ) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE died_at IS NULL;
CREATE INDEX outbox_dead ON outbox (key) WHERE died_at IS NOT NULL;
CREATE INDEX outbox_lifecycle ON outbox (lifecycle);
CREATE TABLE failure (
    lifecycle INTEGER PRIMARY KEY REFERENCES lifecycle (number),
    application_id TEXT NOT NULL UNIQUE,
    failure TEXT NOT NULL
  ) STRICT;
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    lifecycle INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER,
    entry TEXT NOT NULL,
    packed BLOB
  ) STRICT;
INSERT INTO lifecycle VALUES (1, 'waiting-1', 3, 1796198400000, 1795611600000, 1795622400000, 'waiting', 'waiting.withinTimeframe', '', x'01dd99316f83301085ff0aca4e854393aa4cc9d0a94bd566ea6621ab42850c4d55f1f32bc7c63ecc9d6d02345167305cccddf3f75e624055af3fcb8d6daf7c696285afc5d0755f8b3679ae1ac068bc16ed4ef2da9d68b93cc707c31b60da7d7996768a8349b47da9f9b7fc6f2b793a7e5447a1a294b958577d7c96ae37079617795664d9bb548310ffc275f7601d0043c0c4272e775273ef1b6f92d7ea477c71b0bb27deec78d908b3b94122462b1841c97efc5515e3040cdfbc2d32bd6733412efab35cf0456ffa4f308c6e310064f4fa3868361280d33371790845504a0c514ee1696a2449507100965aefb28967999de80bd91e6dd010976981d46c86c91e6d0280a88cc077aa4cfbf15d86ef5099be23aa436270df6bbac8ca299af57eedf5a6d3fd5b6812afcff1927da883406b44f824728f15f3a4ac97daca1363d81d30d755678a6baa10fd9894f19aaab707064fe64be403ae8fed8cde6b5127e7fa9bdb096aa33d26d51aa1a457b5c0a41e7682f51e4dc188dd94f8d0ef83ced30da20d2769863fd1528ecaf164f8c0f00cc10a63204c40fa7ed154a147e7e430d0861d37fdbda7ba23423f0c77ffe0615183f337c1c07c43019285492300643c944ce0836ad38a555957e567ca56cbc416f9d066abfc48bb8680e5be4a8481d5fc08342450f355e20ca466e968cdf915a87974b4f10b', 4);
INSERT INTO lifecycle VALUES (2, 'withdrawn-1', 1, NULL, 1795611600000, 1795611600000, 'closed', 'closed.withdrawn', '', x'01cdd9b10e82301006e057e1053445606192c1c9c5a8935b431a43020c620c0bef6eae14b862afadc8e04c8ba1fe77fda03e508579702a51cb86a3b52c3fb3422f94874de39d20cc16aceabf68726b568a36381615021a2f45bb07ac6d45cb6113ffa85c0768b35cf6750ac1a46b4f257fc2c15670a8ef452dfaef286b41b7ffe7c3cd2eb986511ab194b11bac9e0bbf785e8ce621152210371c5652a1f7c2abe05cbcc483a3d56d78b5e77925c6c575715849cb17c458ba8b2d3a6c2fd4c36b32350efa2fad4efb28dae6651dcb7a343d6e94b231234b99ab674edd0fd1d778fd3b0ea30a37cb981cf0491ebd5b8c62fcc5cb54d591109901959a3fb78765da54b40bed6eccb7cb5daa072a7b993a1b8d7cd43710cfa7835d0b77a944e114cca93e88d836c6332c3eb2b7be5f516bbd242f71ba4b862eff0f79b1bed25811ef0ad33a2931b3b6ebde', 6);
INSERT INTO lifecycle VALUES (3, 'unreadable-1', 1, 1795622460000, 1795611600000, 1795617000000, 'closing', 'closing', '{"schemaVersion":0}', NULL, 8);
INSERT INTO outbox VALUES (1, 2, 'withdrawn-1/1/0', '{"type":"stage.announce","from":"closing","to":"closed","key":"withdrawn-1/1/0","applicationId":"withdrawn-1","at":"2026-11-25T13:00:00Z"}', 1, '[]', 1795611660000, 1795611600000, 'the mail server is down');
INSERT INTO outbox VALUES (2, 2, 'withdrawn-1/1/1', '{"type":"application.close","outcome":"withdrawn","key":"withdrawn-1/1/1","applicationId":"withdrawn-1","at":"2026-11-25T13:00:00Z"}', 1, '[]', 1795611660000, 1795611600000, 'the mail server is down');
INSERT INTO outbox VALUES (3, 1, 'waiting-1/1/0', '{"type":"person.notify","itemId":"waiting-1/askTimeframe/r1","cause":"interviewOver","key":"waiting-1/1/0","applicationId":"waiting-1","at":"2026-11-25T14:30:00Z"}', 0, '[]', 1795617000000, NULL, NULL);
INSERT INTO outbox VALUES (4, 3, 'unreadable-1/1/0', '{"type":"person.notify","itemId":"unreadable-1/askTimeframe/r1","cause":"interviewOver","key":"unreadable-1/1/0","applicationId":"unreadable-1","at":"2026-11-25T14:30:00Z"}', 0, '[]', 1795617000000, NULL, NULL);
INSERT INTO outbox VALUES (5, 1, 'waiting-1/2/0', '{"type":"stage.announce","from":"closing","to":"followUp","key":"waiting-1/2/0","applicationId":"waiting-1","at":"2026-11-25T14:30:00Z"}', 0, '[]', 1795617000000, NULL, NULL);
INSERT INTO outbox VALUES (6, 1, 'waiting-1/3/0', '{"type":"stage.announce","from":"followUp","to":"waiting","key":"waiting-1/3/0","applicationId":"waiting-1","at":"2026-11-25T16:00:00Z"}', 0, '[]', 1795622400000, NULL, NULL);
INSERT INTO failure VALUES (3, 'unreadable-1', '{"applicationId":"unreadable-1","code":"snapshot-unreadable","message":"snapshot-unreadable: the stored snapshot of application \"unreadable-1\" cannot be read: snapshot-newer: the snapshot has schema version 0, this package reads up to 1. Fix: update @afterview/core.. Fix: run the version that wrote it, or erase the application.","attempts":1,"since":"2026-11-25T16:00:00Z","lastAt":"2026-11-25T16:00:00Z","retryAt":"2026-11-25T16:01:00Z"}');
INSERT INTO entry VALUES (1, 1, 0, NULL, '', x'0123a2f30db1db50d7c834c4d0d8cac0c0cac0200a9cd0903a8338d4e0eca4439d042ec1b0354b1d73522b14bc337391da5f8939a9150ea0b6985e6a4522a88ec6c89804daab8ec9e0621b571b1767b3352027b104346fa5e09a979e99970a1926c1d7a1c76cc542e30f1686c6b03084f7f191c3cfc40a2e8fd484436abd162782c205da420d4ecc5508ca2c4b2d4a440aabe2c45c87c4e4dc547850d5c602e31a00');
INSERT INTO entry VALUES (2, 1, 1, 1, '{"type":"timer","revision":1,"at":"2026-11-25T14:30:00Z","recordedAt":"2026-11-25T14:30:00Z","timerId":"xstate.after.interviewOver.closing","generation":0}', NULL);
INSERT INTO entry VALUES (3, 1, 2, 2, '{"type":"event","revision":2,"at":"2026-11-25T14:30:00Z","recordedAt":"2026-11-25T14:30:00Z","event":{"type":"interview.ended","at":"2026-11-25T14:30:00Z"},"key":"click-1"}', NULL);
INSERT INTO entry VALUES (4, 1, 3, 3, '{"type":"event","revision":3,"at":"2026-11-25T16:00:00Z","recordedAt":"2026-11-25T16:00:00Z","event":{"type":"thankYou.sent","at":"2026-11-25T16:00:00Z","interviewerId":"sam"}}', NULL);
INSERT INTO entry VALUES (5, 2, 0, NULL, '', x'0123a2f30db1db50d7c834c4d0d8cac0c0cac0200a9cd0903a8338d4e0eca4839c029ae8c8039761d81aa68e39a9150ade99b9482db0c49cd40a07506b4c2fb52211544b63644d022d56c76470c18dab958bb3e11a909358029ab95270cd4bcfcc4b850c94e0ebd263b663a131080b45635828c27bf9c82168620597476ac421b55f8b1341e1026da30627e62a046596a516252285557162ae4362726e2a3ca86a6381b10d00');
INSERT INTO entry VALUES (6, 2, 1, 5, '{"type":"event","revision":1,"at":"2026-11-25T13:00:00Z","recordedAt":"2026-11-25T13:00:00Z","event":{"type":"application.withdrawn","at":"2026-11-25T13:00:00Z"}}', NULL);
INSERT INTO entry VALUES (7, 3, 0, NULL, '', x'0123a2f30db1db50d7c834c4d0d8cac0c0cac0200a9cd0903a8338d4e0eca497e615a526a62426e5a4820b316c2d53c79cd40a05efcc5ca42658624e6a8503a839a6975a9108aaa631f2268126ab6332b8e4c6d5ccc5d9720dc8492c014d5d29b8e6a567e6a542464af0f5e9311bb2d0288405a3312c18e1dd7ce42034b182cb23b5e2901ab0c589a070813652831373158232cb528b1291c2aa3831d721313937151e54b5b1c0e80600');
INSERT INTO entry VALUES (8, 3, 1, 7, '{"type":"timer","revision":1,"at":"2026-11-25T14:30:00Z","recordedAt":"2026-11-25T14:30:00Z","timerId":"xstate.after.interviewOver.closing","generation":0}', NULL);
