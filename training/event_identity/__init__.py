"""What says that two events are one: weights fitted on ECB+ and on stories written for it."""
