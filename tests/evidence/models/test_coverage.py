"""Every model is vouched for by the ledger, or somebody says why not."""

import pytest
from django.apps import apps

import evidence.models
import reviews.models
from evidence.models.coverage import table
from reviews.publishing.guards.history import APPEND_ONLY

LEFT_OUT = {**evidence.models.LEFT_OUT, **reviews.models.LEFT_OUT}
MODELS = [model for app in ("evidence", "reviews") for model in apps.get_app_config(app).get_models()]
OF_THE_LEDGER = ("evidence_event", "evidence_rowdigest")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_covered_or_left_out_with_a_reason(model):
    assert (model._meta.label_lower in table()) != bool(LEFT_OUT.get(model))


@pytest.mark.parametrize("name", sorted(set(APPEND_ONLY) - set(OF_THE_LEDGER)))
def test_what_is_append_only_is_covered(name):
    covered = {one.model._meta.db_table for one in table().values()}
    covered |= {
        one.model._meta.get_field(name).remote_field.through._meta.db_table
        for one in table().values()
        for name in one.many
    }
    assert name in covered


@pytest.mark.parametrize("one", table().values(), ids=lambda one: one.label)
def test_every_column_is_covered_or_left_out_with_a_reason(one):
    columns = {field.attname for field in one.model._meta.concrete_fields if not field.primary_key}
    columns |= {field.name for field in one.model._meta.many_to_many if _is_its_own(field)}
    assert columns - set(one.left_out) <= set(one.columns)
    assert set(one.left_out) <= columns
    assert all(one.left_out.values())


def _is_its_own(relation):
    return relation.remote_field.through._meta.auto_created
