// Segments a folder of images, some at a time, and joins the reports.
//
//     nextflow run cluster/nextflow --images IMAGES --results RESULTS [-profile slurm,apptainer] [-resume]
//
// --pattern   which files, below IMAGES
// --per_task  images of one task; more saves starts of 2 s, fewer spreads better
// --options   further options of fastsam segment, as '--diameter 30'
// --container the image or .sif file of the profiles docker and apptainer
nextflow.enable.dsl = 2

include { FASTSAM_SEGMENT } from './modules/local/fastsam/segment/main'

// Images of one folder, some at a time.
// NB: those whose names differ in their ending alone stay together: only then their results keep apart.
def batches(root, images) {
    images.sort { it.toString() }
        .groupBy { root.relativize(it.parent).toString() }
        .collectMany { folder, files ->
            def alike = files.groupBy { it.baseName.toLowerCase() }.values().toList()
            alike.collate(params.per_task as int).withIndex(1).collect { some, index ->
                def name = folder ? folder.replaceAll(/[^A-Za-z0-9._-]/, '_') + '_' : ''
                [ [ id: "${name}${String.format('%04d', index)}", folder: folder ], some.flatten() ]
            }
        }
}

// One table of the tasks' tables.
// NB: none, no file, where no task has a table.
def joinTables(name, tables) {
    tables
        .toSortedList { one, other -> one[0].id <=> other[0].id }
        .flatMap { all -> all ? [ joined(all.collect { meta, table -> table.text }) ] : [] }
        .collectFile(name: name, storeDir: params.results)
}

// Their columns may differ, as those of objects inside objects or of further channels: what only some have comes last,
// and is empty for the others.
// NB: a table that has all columns stays as it is: millions of cells take minutes and gigabytes.
def joined(texts) {
    def tables = texts.findAll().collect { it.replace('\r\n', '\n') }
    def heads = tables.collect { it.substring(0, it.indexOf('\n') + 1) }
    def columns = heads.collectMany { rows(it)[0] }.unique()
    def bodies = [ tables, heads ].transpose().collect { table, head ->
        def names = rows(head)[0]
        def body = table.substring(head.length())
        names == columns ? body : arranged(rows(body), columns.collect { names.indexOf(it) })
    }
    line(columns) + bodies.join()
}

def arranged(rows, places) {
    rows.collect { row -> line(places.collect { it < 0 ? '' : row[it] }) }.join()
}

def line(cells) {
    cells.collect { quoted(it) }.join(',') + '\n'
}

// The cells of each row of a CSV text, whose last line ends too.
def rows(text) {
    def found = [ [] ]
    text.findAll(/("[^"]*+(?:""[^"]*+)*+"|[^,\r\n]*+)(,|\r?\n|\z)/) { all, cell, end ->
        found[-1] << (cell.startsWith('"') ? cell.substring(1, cell.length() - 1).replace('""', '"') : cell)
        if (end.endsWith('\n')) {
            found << []
        }
    }
    found.dropRight(1)
}

def quoted(cell) {
    cell =~ /[",\r\n]/ ? '"' + cell.replace('"', '""') + '"' : cell
}

workflow {
    if (!params.images || !params.results) {
        error "Name the folders: --images IMAGES --results RESULTS"
    }
    root = file(params.images, type: 'dir', checkIfExists: true)

    Channel
        .fromPath("${root}/${params.pattern}", checkIfExists: true)
        .toList()
        .flatMap { images -> batches(root, images) }
        .set { some }

    FASTSAM_SEGMENT(some)

    joinTables('objects.csv', FASTSAM_SEGMENT.out.objects)
    joinTables('report.csv', FASTSAM_SEGMENT.out.report)
}
