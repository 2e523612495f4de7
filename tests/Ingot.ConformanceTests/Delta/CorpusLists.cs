namespace Ingot.ConformanceTests.Delta;

/// <summary>What is expected of single tables of the corpus, with the reason. A table that no longer behaves so fails the test.</summary>
internal static class CorpusLists
{
    /// <summary>Tables that must be refused, by the features that the message names. A feature that becomes supported leaves this list.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["delta-kernel-defaults/basic_catalog_managed"] = "catalogManaged",
        ["kernel-rs-data/catalog_managed_0"] = "catalogManaged",
        ["delta-rs-err-logs/table_d"] = "catalogOwned",
        ["delta-rs-err-logs/table_e"] = "catalogOwned",
        ["delta-rs-err-logs/table_h"] = "catalogOwned",
        ["dat-0.0.3/column_mapping/delta"] = "columnMapping",
        ["delta-golden/table-with-columnmapping-mode-id"] = "columnMapping",
        ["delta-golden/table-with-columnmapping-mode-name"] = "columnMapping",
        ["delta-golden/table-with-icebegCompatV2Enabled"] = "columnMapping",
        ["delta-history/column-mapping-name"] = "columnMapping",
        ["delta-history/streaming-cm-name-append"] = "columnMapping",
        ["delta-rs/table_with_column_mapping"] = "columnMapping",
        ["duckdb-delta-history/column_mapping_id_mode_nested_struct"] = "columnMapping",
        ["duckdb-delta-history/column_mapping_name_mode"] = "columnMapping",
        ["kernel-rs-data/cdf-column-mapping-id-mode"] = "columnMapping",
        ["kernel-rs-data/cdf-column-mapping-name-mode"] = "columnMapping",
        ["kernel-rs-data/partition_cm-id"] = "columnMapping",
        ["kernel-rs-golden/data-reader-timestamp_ntz-id-mode/delta"] = "columnMapping",
        ["kernel-rs-golden/data-skipping-basic-stats-all-types-columnmapping-name/delta"] = "columnMapping",
        ["kernel-rs-golden/table-with-columnmapping-mode-id/delta"] = "columnMapping",
        ["trino/databricks133__uniform_iceberg_v1"] = "columnMapping",
        ["trino/databricks143__uniform_iceberg_v2"] = "columnMapping",
        ["kernel-rs-data/cdf-column-mapping-name-mode-3-7"] = "columnMapping,deletionVectors",
        ["delta-history/streaming-ict-dv"] = "deletionVectors",
        ["delta-history/table-with-dv-feature-enabled"] = "deletionVectors",
        ["delta-kernel-defaults/basic-dv-no-checkpoint"] = "deletionVectors",
        ["delta-kernel-defaults/basic-dv-with-checkpoint"] = "deletionVectors",
        ["delta-rs/table_with_deletion_logs"] = "deletionVectors",
        ["delta-rs/table_with_liquid_clustering"] = "deletionVectors",
        ["delta-spark/table-with-dv-large"] = "deletionVectors",
        ["kernel-rs-data/compacted-log-files-table"] = "deletionVectors",
        ["kernel-rs-data/crc-full"] = "deletionVectors",
        ["kernel-rs-data/v1-multi-part-partitioned-struct-stats-only"] = "deletionVectors",
        ["kernel-rs-data/v1-multi-part-struct-stats-only"] = "deletionVectors",
        ["kernel-rs-data/v1-single-part-struct-stats-only"] = "deletionVectors",
        ["kernel-rs-data/v2-classic-parquet-struct-stats-only"] = "deletionVectors",
        ["kernel-rs-golden/dv-partitioned-with-checkpoint/delta"] = "deletionVectors",
        ["kernel-rs-golden/log-replay-dv-key-cases/delta"] = "deletionVectors",
        ["kernel-rs-history/collations"] = "deletionVectors",
        ["kernel-rs-history/collations-complex"] = "deletionVectors",
        ["kernel-rs-history/table-with-cdf-and-dv"] = "deletionVectors",
        ["kernel-rs-history/table_with_cdf_dv"] = "deletionVectors",
        ["kernel-rs-history/v1-struct-stats-schema-evolution"] = "deletionVectors",
        ["trino/databricks122__deletion_vectors_empty"] = "deletionVectors",
        ["trino/databricks164__test_write_checkpoint_on_schema_change"] = "deletionVectors",
        ["trino/databricks173__parquet_column_index_with_non_stats_column"] = "deletionVectors",
        ["trino/deltalake/clone_merge/clone_merge_deletion_vector_cloned"] = "deletionVectors",
        ["trino/deltalake/clone_merge/clone_merge_deletion_vector_source"] = "deletionVectors",
        ["trino/deltalake__deletion_vector_random_prefix"] = "deletionVectors",
        ["delta-history/dv-with-columnmapping-log-compaction"] = "deletionVectors,columnMapping",
        ["delta-rs/table_with_partitioning_mapping"] = "deletionVectors,columnMapping",
        ["delta-spark/table-with-dv-small"] = "deletionVectors,columnMapping",
        ["kernel-rs-history/geo-cdc_enabled"] = "deletionVectors,geospatial",
        ["trino/databricks153__type_widening"] = "deletionVectors,typeWidening-preview",
        ["delta-spark/variant-stats-nested-no-checkpoint"] = "deletionVectors,variantShredding-preview,variantType",
        ["delta-spark/variant-stats-with-struct-no-checkpoint"] = "deletionVectors,variantShredding-preview,variantType",
        ["trino/databricks154__test_variant_null"] = "deletionVectors,variantType-preview",
        ["trino/databricks154__variant_read_after_optimization"] = "deletionVectors,variantType-preview",
        ["kernel-rs-data/table-with-geo"] = "geospatial",
        ["kernel-rs-history/geography_basic"] = "geospatial",
        ["kernel-rs-history/geometry_basic"] = "geospatial",
        ["kernel-rs-golden/deltalog-invalid-protocol-version/delta"] = "reader version 99",
        ["kernel-rs-history/timestamp-nanos"] = "timestampNanos",
        ["delta-golden/type-widening-nested"] = "typeWidening-preview",
        ["kernel-rs-data/type-widening"] = "typeWidening-preview",
        ["trino/deltalake__type_widening_nested"] = "typeWidening-preview",
        ["delta-history/checkpoint-v2-compatibility"] = "v2Checkpoint",
        ["delta-history/clustered-checkpoint-v2-parquet"] = "v2Checkpoint",
        ["delta-history/streaming-v2checkpoint-append"] = "v2Checkpoint",
        ["delta-kernel-defaults/kernel-pagination-v2-checkpoint-json"] = "v2Checkpoint",
        ["delta-kernel-defaults/kernel-pagination-v2-checkpoint-parquet"] = "v2Checkpoint",
        ["delta-rs/checkpoint-v2-table"] = "v2Checkpoint",
        ["kernel-rs-data/v2-checkpoints-json-with-last-checkpoint"] = "v2Checkpoint",
        ["kernel-rs-data/v2-checkpoints-json-with-sidecars"] = "v2Checkpoint",
        ["kernel-rs-data/v2-checkpoints-json-without-sidecars"] = "v2Checkpoint",
        ["kernel-rs-data/v2-checkpoints-parquet-with-last-checkpoint"] = "v2Checkpoint",
        ["kernel-rs-data/v2-checkpoints-parquet-with-sidecars"] = "v2Checkpoint",
        ["kernel-rs-golden/v2-checkpoint-json/delta"] = "v2Checkpoint",
        ["trino/databricks133__v2_checkpoint_parquet"] = "v2Checkpoint",
        ["trino/deltalake__v2_checkpoint_json"] = "v2Checkpoint",
        ["trino/deltalake__v2_checkpoint_parquet"] = "v2Checkpoint",
        ["trino/deltalake__v2_checkpoint_parquet_using_temporal"] = "v2Checkpoint",
        ["duckdb-delta/variant_basic"] = "variantType",
        ["delta-history/json_false_struct_true"] = "variantType,variantShredding-preview",
        ["delta-spark/variant-stats-no-checkpoint"] = "variantType,variantShredding-preview",
        ["delta-spark/variant-stats-state-reconstruction"] = "variantType,variantShredding-preview",
        ["kernel-rs-data/unshredded-variant"] = "variantType-preview",
    };

    /// <summary>Tables whose rows cannot be counted here: the log is checked, the data are not.</summary>
    public static IReadOnlyDictionary<string, string> WithoutData { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["delta-rs-err-logs/table_g"] = "its data files are not in the corpus",
        ["trino/deltalake/clone_merge/clone_merge_cloned"] = "its data files are on S3",
    };

    /// <summary>Tables that tolerant readers read and this one refuses as damaged.</summary>
    public static IReadOnlyDictionary<string, string> Damaged { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["duckdb-delta/null_constraints_lists"] = "an action is spread over several lines",
        ["trino/databricks73__pruning__invalid_log"] = "a line has text after its action",
    };

    /// <summary>Tables of which the index counts more files than belong to them.</summary>
    public static IReadOnlyDictionary<string, int> Files { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        // One path in three writings: file:/x, file:///x and /x. The index counts them apart.
        ["delta-golden/canonicalized-paths-normal-b"] = 0,
        ["delta-golden/canonicalized-paths-special-a"] = 0,
    };

    /// <summary>Tables whose files have the hybrid Julian calendar of Spark 2: their statistics, and Spark's reading, are shifted by it. See the reference.</summary>
    public static IReadOnlySet<string> LegacyCalendar { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "trino/databricks73__old_dates",
        "trino/databricks73__old_timestamps",
    };

    /// <summary>Tables whose expected rows are not compared.</summary>
    public static IReadOnlyDictionary<string, string> NotCompared { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kernel-rs-history/row-tracking-write/delta"] = "the expected rows include an append that its own test makes",
    };
}
