process FASTSAM_SEGMENT {
    tag "$meta.id"
    label 'process_medium'

    // NB: no registry has the image; it is built from the Dockerfile in the root of the repository.
    conda "${moduleDir}/environment.yml"
    container "${ task.ext.container ?: 'fastsam:latest' }"

    input:
    tuple val(meta), path(images, stageAs: 'staged/*')

    output:
    tuple val(meta), path("${prefix}/**-labels.tif") , emit: labels , optional: true
    tuple val(meta), path("${prefix}/**-rois.zip")   , emit: rois   , optional: true
    tuple val(meta), path("${prefix}/**-objects.csv"), emit: tables , optional: true
    tuple val(meta), path("${prefix}/**-overlay.png"), emit: overlays, optional: true
    tuple val(meta), path("${prefix}/**-parents.tif"), emit: parents , optional: true
    tuple val(meta), path("${prefix}/**.geojson")    , emit: geojson , optional: true
    tuple val(meta), path("${prefix}/objects.csv")   , emit: objects, optional: true
    tuple val(meta), path("${prefix}/report.csv")    , emit: report
    path "versions.yml"                              , emit: versions

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    def heap = task.memory ? "-Xmx${task.memory.toMega().intdiv(2)}m" : ''
    def tree = "images/${meta.folder ?: ''}".replace("'", "'\\''")
    prefix   = task.ext.prefix ?: "${meta.id}"
    // NB: exit code 1 says that some images could not be done; the report names them, and the others are done.
    """
    mkdir -p '${tree}'
    ln -s "\$PWD"/staged/* '${tree}'
    export FASTSAM_JAVA_OPTS="-XX:ActiveProcessorCount=${task.cpus} ${heap} \${FASTSAM_JAVA_OPTS:-}"
    fastsam segment images \\
        --recursive \\
        --out '${prefix}' \\
        --threads ${task.cpus} \\
        ${args} || { code=\$?; [ \$code -eq 1 ] || exit \$code; }

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        fastsam: \$(fastsam --version | grep -o '[0-9][^ ]*' | head -n 1)
    END_VERSIONS
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    mkdir -p '${prefix}/${meta.folder ?: ''}'
    for image in staged/*; do
        name=\$(basename "\${image%.*}")
        name="${prefix}/${meta.folder ?: ''}/\$name"
        touch "\$name-labels.tif" "\$name-rois.zip" "\$name-objects.csv" "\$name-overlay.png"
    done
    touch '${prefix}/objects.csv' '${prefix}/report.csv'

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        fastsam: stub
    END_VERSIONS
    """
}
