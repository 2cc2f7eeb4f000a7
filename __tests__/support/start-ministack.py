"""Starts MiniStack on the loopback: python3 start-ministack.py PORT

MiniStack checks signatures, trust policies, rights and key policies. This file adds what AWS checks
beyond that: the session policy of AssumeRoleWithWebIdentity, the condition keys of KMS, and the key
behind an alias. Who may do what is still decided by MiniStack's own evaluator.
"""
import asyncio
import contextvars
import json
import os
import sys
import urllib.parse

os.environ.update(
    AUTH="true",
    IOT_MTLS_ENABLED="0",
    SFTP_ENABLED="0",
    SERVICES="kms,sts,iam",
    MINISTACK_ACCOUNT_ID="123456789012",
    MINISTACK_REGION="eu-central-1",
)

from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack.app import app
from ministack.core import iam_actions
from ministack.services import kms, sts

session_policy = contextvars.ContextVar("session_policy", default=None)
answer_sts, register_session = sts.handle_request, sts.register_session
context_of, resource_of = iam_actions.request_tag_context, iam_actions.extract_resource_arn


async def answer_with_policy(method, path, headers, body, query_params):
    sent = urllib.parse.parse_qs(body.decode())
    if sent.get("Action") == ["AssumeRoleWithWebIdentity"]:
        session_policy.set(sent["Policy"][0])
    return await answer_sts(method, path, headers, body, query_params)


def register_with_policy(access_key, session):
    policy = session_policy.get()
    if policy is not None:
        session["SessionPolicies"] = {"Policy": policy, "PolicyArns": []}
    register_session(access_key, session)


def context_with_kms(service, iam_action, body, *rest):
    context = context_of(service, iam_action, body, *rest)
    if service != "kms":
        return context
    sent = json.loads(body or b"{}")
    keys = {
        "kms:SigningAlgorithm": sent.get("SigningAlgorithm"),
        "kms:MessageType": sent.get("MessageType"),
        "kms:RequestAlias": "alias/" + sent.get("KeyId", "").partition("alias/")[2],
    }
    return {**context, **keys}


def resource_behind_alias(service, *rest):
    arn = resource_of(service, *rest)
    record = kms._resolve_key(arn) if service == "kms" else None
    return record["Arn"] if record else arn


sts.handle_request, sts.register_session = answer_with_policy, register_with_policy
iam_actions.request_tag_context = context_with_kms
iam_actions.extract_resource_arn = resource_behind_alias

config = Config()
config.bind = [f"127.0.0.1:{int(sys.argv[1])}"]
asyncio.run(serve(app, config))
