"""Django's settings. Everything that differs between machines comes from ``config.env``."""

from typing import Any

from passerelle.config import cookies, env, languages, limits, personal, policy

CONFIGURATION = env.read()
LOCAL = CONFIGURATION.environment is not env.Environment.PRODUCTION

SECRET_KEY = CONFIGURATION.secret_key
DEBUG = False
DEMO_MODE = CONFIGURATION.demo
ALLOWED_HOSTS = CONFIGURATION.hosts
ORIGINS = list(CONFIGURATION.origins)
CSRF_TRUSTED_ORIGINS = ORIGINS
CSRF_FAILURE_VIEW = "passerelle.config.pages.no_csrf_token"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "channels",
    "procrastinate.contrib.django",
    "passerelle.common",
    "passerelle.journal",
    "passerelle.accounts",
    "passerelle.agencies",
    "passerelle.interpreters",
    "passerelle.availability",
    "passerelle.bookings",
    "passerelle.imports",
    "passerelle.live",
    "passerelle.demo",
]

MIDDLEWARE = [
    # Those before WhiteNoise give every answer its headers, files among them.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "passerelle.common.safety.ours",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "passerelle.accounts.failing.note_wrong_codes",
    "passerelle.config.no_store.no_store",
    "passerelle.accounts.limits.in_words",
]

if LOCAL:
    # Where it is deployed, the server in front compresses (deploy/Caddyfile).
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware"), "django.middleware.gzip.GZipMiddleware"
    )

ROOT_URLCONF = "passerelle.config.urls"
ASGI_APPLICATION = "passerelle.config.asgi.application"
WSGI_APPLICATION = "passerelle.config.wsgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": CONFIGURATION.database}
CACHES = {"default": {"BACKEND": "passerelle.accounts.shared.SharedCache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["passerelle.accounts.backend.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "passerelle.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = limits.LIMITS
ALLAUTH_TRUSTED_PROXY_COUNT = CONFIGURATION.trusted_proxies
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": "/sign-in/verify/{key}",
    "account_reset_password": "/sign-in/reset",
    "account_reset_password_from_key": "/sign-in/reset/{key}",
    "account_signup": "/sign-in",
}

# Who someone is to the product: each source adds its part to the actor (accounts.actors).
ACTOR_SOURCES = [
    "passerelle.accounts.roles.team_role",
    "passerelle.agencies.roles.memberships",
    "passerelle.interpreters.roles.own_interpreter",
]

# What the things of the journal are called: each source names its own (journal.names).
JOURNAL_NAMES = [
    "passerelle.accounts.naming.names",
    "passerelle.agencies.naming.names",
    "passerelle.interpreters.naming.names",
    "passerelle.bookings.selectors.naming.names",
    "passerelle.imports.naming.names",
]

# What is known of people: who says so, who forgets it, who takes it away, and where it is written down whom.
PERSONAL_REGISTERS, FORGETTING, ERASING = personal.REGISTERS, personal.FORGETTING, personal.ERASING
ERASED = CONFIGURATION.erased

# API --------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["passerelle.accounts.authentication.SessionActor"],
    "DEFAULT_PERMISSION_CLASSES": ["passerelle.common.permissions.SignedIn"],
    "DEFAULT_RENDERER_CLASSES": ["passerelle.common.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["passerelle.common.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "passerelle.common.errors.answer",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "COERCE_DECIMAL_TO_STRING": True,
    "URL_FORMAT_OVERRIDE": None,  # what is answered is not chosen by a word after "?": that is for us to read
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Passerelle",
    "DESCRIPTION": "The booking marketplace between partner agencies, interpreters and the team. What changes is told by the "
    "socket `/ws`, or by long poll (`POST /ws/poll`), in frames that are described in docs/decisions/0029 and 0035.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        path.rpartition(".")[2]: f"passerelle.domain.{path}"
        for path in [
            "accesses.Logged",
            "refusals.Code",
            "roles.Role",
            "roles.TeamRole",
            "states.visit.VisitState",
            "states.visit.VisitAction",
            "states.session.SessionState",
            "states.session.SessionAction",
            "states.shift.ShiftState",
            "states.shift.ShiftAction",
            "states.offer.OfferState",
            "states.offer.OfferAction",
            "states.importing.ImportState",
            "states.importing.ImportAction",
            "devices.Browser",
            "devices.System",
            "words.CancelReason",
            "words.CredentialKind",
            "words.DeclineReason",
            "words.Gender",
            "words.GroupKind",
            "words.ImportKind",
            "words.ImportRowState",
            "words.Language",
            "words.Material",
            "words.Mode",
            "words.Pay",
            "words.PayOutcome",
            "words.PayStatus",
            "words.Place",
            "words.Quality",
            "words.Room",
            "words.SessionEvent",
            "words.ShiftOutcome",
            "words.Situation",
            "words.Strength",
            "words.TherapistAnswer",
            "words.Theme",
            "words.Variety",
        ]
    },
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "passerelle.common.openapi.close_inputs",
        "passerelle.common.openapi.describe_clocks",
    ],
}

# Background work -----------------------------------------------------------------------------------
# Often enough that what a killed worker was doing is soon done by another (common.tasks).
PROCRASTINATE_WORKER_DEFAULTS = {"update_heartbeat_interval": 1.0, "stalled_worker_timeout": 5.0}
# Seconds. What is done each night is made up for by the next worker that starts, whenever that is.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 60 * 60}

# Live -------------------------------------------------------------------------------------------
# With a Redis, whoever wrote wakes every process through it; the journal is followed the same without (live.wire).
LIVE_LISTENS = CONFIGURATION.listens
CHANNEL_LAYERS: dict[str, Any] = {}
JOURNAL_BELLS: list[str] = []
if CONFIGURATION.redis_url:
    _HOST = {"address": CONFIGURATION.redis_url, "socket_timeout": 2, "socket_connect_timeout": 2}
    CHANNEL_LAYERS["journal"] = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [_HOST], "prefix": "passerelle"},
    }
    JOURNAL_BELLS.append("passerelle.live.bell.ring")

# Languages and time -----------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES, LANGUAGES_BIDI = languages.LANGUAGES, languages.RIGHT_TO_LEFT
LANGUAGES_FOR_INTERPRETERS = languages.FOR_INTERPRETERS
LOCALE_PATHS = [env.REPOSITORY / "backend" / "passerelle" / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# Static files and the built front end -----------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.REPOSITORY / ".run" / "static"
FRONTEND = CONFIGURATION.frontend
if FRONTEND.is_dir():  # where a front server serves it, it is not here
    WHITENOISE_ROOT = FRONTEND
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = LOCAL
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
# What the build named after its contents is fetched once.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[\w-]{8}\.\w+$"

# Mail -------------------------------------------------------------------------------------------
MAILERS = {"default": CONFIGURATION.mailer}
DEFAULT_FROM_EMAIL = CONFIGURATION.mail_from

# Safety -----------------------------------------------------------------------------------------
SECURE_CSP = policy.policy(FRONTEND / "index.html", policy.sockets_of(ORIGINS))
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "passerelle.accounts.sessions"
SESSION_COOKIE_NAME = cookies.named(cookies.SESSION, https=not LOCAL)
CSRF_COOKIE_NAME = cookies.named(cookies.CSRF, https=not LOCAL)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 31_536_000
if CONFIGURATION.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
# What `manage.py check --deploy` would ask for, and why it is not done here.
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # the other names of the domain are not ours to promise https for
    "security.W008",  # the front server leads http to https before anything reaches Django
    "security.W021",  # nor is the whole domain ours to put on the browsers' lists
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django says there what was sent, with a stack: anybody can fill a log with that. ``config.pages`` says it in a line.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        # And the layer each second, with a stack, that Redis is away: ``live.wire`` says it once.
        "channels_redis": {"handlers": ["nowhere"], "propagate": False},
    },
}
