"""Statements that must be refused, by the kind of row that they reach for.

{live} is the id of the article “live”, {cleo} that of a person; {page}, {round}, {edition} are those of an article's
publication, last round and last edition, as in {page:live}.
"""

from tests.reviews.publishing.attacking import copied, edition, event

HIDE = "UPDATE evidence_publication SET withdrawn_at = CURRENT_TIMESTAMP, withdrawn_by_id = {eve}, etag = 'x'"
SHOW = "UPDATE evidence_publication SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawn_reason = '', etag = 'x'"

PAGES = [
    SHOW + " WHERE id = {page:withdrawn}",
    HIDE + " WHERE id = {page:live}",
    "DELETE FROM evidence_publication WHERE id = {page:live}",
    "UPDATE evidence_publication SET notices = '', etag = 'x' WHERE id = {page:live}",
    "UPDATE evidence_publication SET notices = SUBSTR(notices, 1, LENGTH(notices) / 2), etag = 'x' "
    "WHERE id = {page:live}",
    "UPDATE evidence_publication SET notices = notices || '<p>More.</p>' WHERE id = {page:live}",
    "UPDATE evidence_publication SET edition_id = (SELECT MIN(id) FROM evidence_edition WHERE article_id = {live}), "
    "notices = '', etag = 'x' WHERE id = {page:live}",
    "UPDATE evidence_publication SET edition_id = {edition:withdrawn}, notices = '', etag = 'x' WHERE id = {page:live}",
    "UPDATE evidence_publication SET article_id = {free} WHERE id = {page:live}",
    "UPDATE evidence_publication SET withdrawn_reason = 'Nothing much.', etag = 'x' WHERE id = {page:withdrawn}",
    "UPDATE evidence_publication SET withdrawn_by_id = {ada} WHERE id = {page:withdrawn}",
    copied("evidence_publication", "t.id = {page:live}", article_id="{free}"),
    "UPDATE evidence_article SET slug = 'other' WHERE id = {live}",
    "UPDATE evidence_article SET discarded_at = CURRENT_TIMESTAMP, discarded_by_id = {ada} WHERE id = {live}",
    "DELETE FROM evidence_article WHERE id = {live}",
]
EDITIONS = [
    edition("locked"),
    edition("approved", digest="'0'"),
    edition("approved", body="'  '"),
    edition("approved", title="''"),
    edition("approved", number="7"),
    edition("live", number="3"),
    edition("approved", article_id="{free}"),
    "UPDATE evidence_edition SET body = 'x' WHERE id = {edition:live}",
    "UPDATE evidence_edition SET revision_id = (SELECT MIN(id) FROM evidence_revision)",
    "DELETE FROM evidence_edition WHERE id = {edition:live}",
    "DELETE FROM evidence_edition_sources",
    "INSERT INTO evidence_edition_sources (edition_id, source_id) "
    "SELECT {edition:live}, MAX(id) + 1 FROM evidence_source",
    "UPDATE evidence_revision SET manuscript = 'x' WHERE id = (SELECT revision_id FROM evidence_edition "
    "WHERE id = {edition:live})",
    "DELETE FROM evidence_revision WHERE article_id = {live}",
    "UPDATE evidence_contribution SET user_id = {cleo}",
    "DELETE FROM evidence_contribution WHERE user_id = {ada}",
    "UPDATE evidence_notice SET text = 'x'",
    "DELETE FROM evidence_notice",
]
ROUNDS = [
    "UPDATE reviews_round SET required = required + 1 WHERE id = {round:approved}",
    "UPDATE reviews_round SET article_id = {free} WHERE id = {round:approved}",
    "UPDATE reviews_round SET outcome = '', closed_at = NULL, closed_by_id = NULL WHERE id = {round:free}",
    "UPDATE reviews_round SET outcome = 'published', closed_at = CURRENT_TIMESTAMP, closed_by_id = {eve} "
    "WHERE id = {round:locked}",
    "DELETE FROM reviews_round WHERE id = {round:free}",
    copied("reviews_round", "t.id = {round:approved}", article_id="{free}", number="9"),
    copied("reviews_round", "t.id = {round:free}", number="9"),
    copied(
        "reviews_decision", "t.round_id = {round:approved} AND t.verdict = 'approve'", reviewer_id="{dev}"
    ),
    copied(
        "reviews_decision",
        "t.round_id = {round:approved} AND t.verdict = 'approve'",
        round_id="{round:locked}",
    ),
    copied("reviews_decision", "t.round_id = {round:live}", verdict="'reject'"),
    "UPDATE reviews_decision SET verdict = 'approve', reason = 'x' WHERE round_id <> {round:approved}",
    "DELETE FROM reviews_decision WHERE verdict <> 'approve'",
    "UPDATE reviews_decision SET reviewer_id = {dev}",
    "DELETE FROM reviews_point",
    "UPDATE reviews_answer SET text = 'x'",
    "DELETE FROM reviews_confirmation",
    copied("reviews_confirmation", "TRUE", confirmed_by_id="{dev}"),
    copied(
        "reviews_confirmation",
        "TRUE",
        decision_id="(SELECT MIN(id) FROM reviews_decision WHERE round_id = {round:live})",
    ),
    copied(
        "reviews_point",
        "TRUE",
        decision_id="(SELECT MIN(id) FROM reviews_decision WHERE round_id = {round:live})",
    ),
    "UPDATE evidence_article SET locked_at = NULL, locked_by_id = NULL, locked_for = '' WHERE id = {locked}",
]
ASKED = [
    "UPDATE reviews_assignment SET accepted_at = NULL, declined_at = CURRENT_TIMESTAMP "
    "WHERE round_id = {round:approved}",
    "DELETE FROM reviews_assignment WHERE round_id = {round:approved}",
    "UPDATE reviews_assignment SET reviewer_id = {dev} WHERE round_id = {round:approved}",
    "UPDATE reviews_assignment SET round_id = {round:free} WHERE round_id = {round:approved}",
    "UPDATE reviews_assignment SET declaration_id = (SELECT MIN(id) FROM evidence_declaration) "
    "WHERE round_id = {round:approved}",
    "UPDATE reviews_assignment SET accepted_at = CURRENT_TIMESTAMP, declaration_id = (SELECT MIN(id) FROM "
    "evidence_declaration) WHERE round_id = {round:locked} AND reviewer_id = {dev}",
    "UPDATE reviews_assignment SET declined_because = 'x' WHERE round_id = {round:live}",
    copied("reviews_assignment", "t.round_id = {round:approved}", reviewer_id="{dev}"),
    copied(
        "reviews_assignment", "t.round_id = {round:locked} AND t.accepted_at IS NULL", round_id="{round:live}"
    ),
    "UPDATE evidence_declaration SET interests = 'x', none_declared = FALSE WHERE id IN "
    "(SELECT declaration_id FROM reviews_assignment)",
    "DELETE FROM evidence_declaration WHERE id IN (SELECT declaration_id FROM reviews_assignment)",
    "UPDATE evidence_declaration SET declared_on = '2020-01-01' WHERE contributor_id IN "
    "(SELECT id FROM evidence_contributor WHERE user_id = {ada})",
    "DELETE FROM evidence_declaration WHERE contributor_id IN "
    "(SELECT id FROM evidence_contributor WHERE user_id = {ada})",
]
WAIVERS = [
    "DELETE FROM reviews_waiver",
    "UPDATE reviews_waiver SET reason = 'Another reason, as long as it must be.'",
    "UPDATE reviews_waiver SET until = '2999-01-01'",
    "UPDATE reviews_waiver SET subject_digest = 'x'",
    "UPDATE reviews_waiver SET voided_at = NULL WHERE voided_at IS NOT NULL",
    "UPDATE reviews_waiver SET agreed_by_id = {eve} WHERE agreed_at IS NOT NULL",
    "UPDATE reviews_waiver SET agreed_at = NULL, agreed_by_id = NULL WHERE agreed_at IS NOT NULL",
    "UPDATE reviews_waiver SET given_by_id = {eve}, agreed_by_id = {ada}, agreed_at = CURRENT_TIMESTAMP "
    "WHERE agreed_at IS NULL AND voided_at IS NULL",
    copied("reviews_waiver", "t.agreed_at IS NOT NULL", given_by_id="{eve}", agreed_by_id="{ada}"),
    "DELETE FROM reviews_flag WHERE id IN (SELECT flag_id FROM reviews_waiver)",
    "UPDATE reviews_flag SET fingerprint = 'x' WHERE id IN (SELECT flag_id FROM reviews_waiver)",
    "UPDATE reviews_flag SET code = 'X1' WHERE id IN (SELECT flag_id FROM reviews_waiver)",
]
HISTORY = [
    "UPDATE evidence_event SET actor = {ben}",
    "DELETE FROM evidence_event WHERE article_id = {live}",
    event(number="99"),
    event(number="(SELECT MAX(number) + 1 FROM evidence_event WHERE article_id = {withdrawn})"),
    "UPDATE evidence_sourceupdate SET superseded = TRUE",
    "DELETE FROM evidence_sourceupdate",
    "DELETE FROM evidence_rating",
    "DELETE FROM evidence_consensus",
]
DRAFTS = [
    "UPDATE evidence_section SET body = 'x' WHERE article_id = {locked}",
    "DELETE FROM evidence_section WHERE article_id = {locked}",
    copied("evidence_section", "t.article_id = {locked} AND t.key = 's1'", key="'s77'", position="77"),
    "UPDATE evidence_section SET article_id = {free}, key = 's88', position = 88 "
    "WHERE article_id = {locked} AND key = 's1'",
    "UPDATE evidence_section SET article_id = {locked}, position = 99 WHERE article_id = {free} AND position = 99",
    "UPDATE evidence_section SET article_id = {live}, position = 99 WHERE article_id = {free} AND position = 99",
    "UPDATE evidence_outcome SET name = 'x' WHERE article_id = {locked}",
    "UPDATE evidence_domainrating SET steps = 0, reason = '' WHERE outcome_id IN "
    "(SELECT id FROM evidence_outcome WHERE article_id = {locked})",
    "DELETE FROM evidence_bylineentry WHERE article_id = {locked}",
    "UPDATE evidence_bylineentry SET role = 'x' WHERE article_id = {locked}",
    "UPDATE evidence_claim SET kind = 'absence', population = 'people' WHERE article_id = {locked}",
    "UPDATE evidence_claim SET key = 'c77' WHERE article_id = {free} AND key = 'c1'",
    "UPDATE evidence_citation SET stance = 'mentions' WHERE claim_id IN "
    "(SELECT id FROM evidence_claim WHERE article_id = {locked})",
    "UPDATE evidence_article SET title = 'x' WHERE id = {locked}",
    "UPDATE evidence_article SET slug = 'x' WHERE id = {locked}",
    "DELETE FROM evidence_article WHERE id = {locked}",
]
BOTH = [*PAGES, *EDITIONS, *ROUNDS, *ASKED, *WAIVERS, *HISTORY, *DRAFTS]

POSTGRESQL = [
    copied(
        "evidence_revision", "t.id = (SELECT MAX(id) FROM evidence_revision)", number="99", manuscript="'x'"
    ),
    "INSERT INTO evidence_publication SELECT * FROM evidence_publication WHERE id = {page:live} "
    "ON CONFLICT (id) DO UPDATE SET notices = '', etag = 'x'",
    "INSERT INTO reviews_flag SELECT * FROM reviews_flag WHERE id IN (SELECT flag_id FROM reviews_waiver) "
    "ON CONFLICT (id) DO UPDATE SET code = 'X1'",
]
SQLITE = [
    "UPDATE OR REPLACE evidence_section SET id = (SELECT MIN(id) FROM evidence_section WHERE article_id = {locked}) "
    "WHERE article_id = {free} AND position = 99",
    "UPDATE OR REPLACE evidence_article SET slug = 'live' WHERE id = {free}",
    copied("evidence_article", "t.id = {free}", slug="'live'").replace("INSERT", "INSERT OR REPLACE"),
    "INSERT INTO reviews_waiver SELECT * FROM reviews_waiver WHERE TRUE "
    "ON CONFLICT (id) DO UPDATE SET reason = 'Another reason, as long as it must be.'",
]
