"""Signs with Google's own clients (PyPI: google-cloud-kms) against a server on this machine.

Reads {"server", "audience", "oidcToken", "account", "key", "text"} from stdin, and prints
{"signature", "pem", "algorithm"}. `account` is empty to sign as the workload itself.
"""

import hashlib
import json
import sys
from base64 import b64encode

from google.auth import identity_pool
from google.cloud import kms_v1
from google.cloud.kms_v1.services.key_management_service.transports import (
    KeyManagementServiceRestTransport,
)

asked = json.load(sys.stdin)
server = asked["server"]


class Supplier(identity_pool.SubjectTokenSupplier):
    def get_subject_token(self, context, request):
        return asked["oidcToken"]


account = asked["account"]
impersonation = (
    f"{server}/v1/projects/-/serviceAccounts/{account}:generateAccessToken"
)
credentials = identity_pool.Credentials(
    audience=asked["audience"],
    subject_token_type="urn:ietf:params:oauth:token-type:jwt",
    token_url=f"{server}/v1/token",
    subject_token_supplier=Supplier(),
    service_account_impersonation_url=impersonation if account else None,
    service_account_impersonation_options={"token_lifetime_seconds": 300},
    scopes=["https://www.googleapis.com/auth/cloudkms"],
)
scheme, host = server.split("://")
client = kms_v1.KeyManagementServiceClient(
    transport=KeyManagementServiceRestTransport(
        host=host, credentials=credentials, url_scheme=scheme
    )
)
digest = hashlib.sha256(asked["text"].encode()).digest()
signed = client.asymmetric_sign(name=asked["key"], digest={"sha256": digest})
public = client.get_public_key(name=asked["key"])
print(
    json.dumps(
        {
            "name": signed.name,
            "signature": b64encode(signed.signature).decode(),
            "pem": public.pem,
            "algorithm": public.algorithm.name,
        }
    )
)
