"""How property tests run: alike on every machine, without a clock.

`pytest --hypothesis-profile=explore` draws other examples each time, to look for what the steady ones do not reach.
"""

from hypothesis import HealthCheck, settings

# A busy machine is slow and not wrong: no deadline, and no complaint about slow examples.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("explore"), derandomize=True)
settings.load_profile("steady")
