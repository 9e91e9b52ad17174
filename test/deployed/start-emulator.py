"""Starts MiniStack, whose CloudFormation refuses alarms on metric math. AWS takes them (docs/emulated-aws.md).

Such an alarm is kept as one on the first of its metrics; no alarm goes off in the suite.
"""

from ministack.services.cloudformation import provisioners

plain_record = provisioners._cw_metric_alarm_record


def record(name, props):
    metrics = props.get("Metrics")
    if not metrics:
        return plain_record(name, props)
    first = next(each["MetricStat"] for each in metrics if "MetricStat" in each)
    others = {key: value for key, value in props.items() if key != "Metrics"}
    return plain_record(name, {**others, **first["Metric"], "Period": first["Period"], "Statistic": first["Stat"]})


provisioners._cw_metric_alarm_record = record

if __name__ == "__main__":
    from ministack.app import main

    main()
