select make_journal_partitions();
