# Completion of sheaf for PowerShell: sheaf completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'sheaf' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
    'extract' = 'read files and folders, and write what they say'
    'read' = 'read the words of every page, without extracting'
    'classify' = 'what each file is, without its fields'
    'split' = 'the documents in each file: first and last page, and type'
    'preflight' = 'what would be read, what not and why, and how long'
    'watch' = 'read whatever comes into a folder, until Ctrl-C'
    'resume' = 'go on with what was interrupted'
    'status' = 'all batches, or how one of them stands and what has changed since'
    'list' = 'batches piece by piece, the newest first; or the documents of one'
    'show' = 'a document: each value with its confidence, page and box'
    'export' = 'write the results of a batch, also in another format'
    'exports' = 'what was written of a batch, with hashes'
    'repeat' = 'write an export again, by its number; --out FILE elsewhere'
    'apply' = 'take what was corrected in an exported .xlsx or .csv back'
    'verify' = 'is an export what was written? by the proof beside it, on any computer'
    'retry' = 'try again what failed or was cancelled'
    'cancel' = 'give up what is left of it'
    'add' = 'more files into a batch'
    'reextract' = 'find all values anew with another template, without reading again'
    'duplicate' = 'the same once more, as a new batch'
    'change' = 'another name, reference or priority'
    'delete' = 'take a batch out of the list; it can be restored for 7 days'
    'restore' = 'bring a deleted batch back'
    'templates' = 'what can be extracted; look at, take in, check and try templates'
    'layouts' = 'which columns exports have: look at, take in, give out and infer layouts'
    'hooks' = 'what happens after every batch: a command that is run, an address that is told'
    'languages' = 'what scans can be read in'
    'settings' = 'what holds for everything'
    'doctor' = 'is everything in order? and what to do if not'
    'serve' = 'the app in a browser on this computer'
    'clients' = 'other programs that may ask over HTTP, and their keys'
    'completion' = 'a script by which your shell completes commands and options'
  }
  $known = @{
    '' = @{
      words = @()
      flags = [ordered]@{
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
        '--version' = 'which Sheaf this is'
        '-V' = 'which Sheaf this is'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'extract' = @{
      words = @()
      flags = [ordered]@{
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--split' = 'auto: a file may hold several documents'
        '--threshold' = 'values less sure than this (0 to 1) need review; by default as measured'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--samples' = 'the documents that come along, instead of paths'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--skip-duplicates' = 'of files with the same content, read only the first'
        '--check' = 'begin nothing: tell what would be read, like preflight'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--template' = @()
        '-t' = @()
        '--split' = @('never', 'auto')
        '--threshold' = @()
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'read' = @{
      words = @()
      flags = [ordered]@{
        '--tables' = 'tables as rows and columns in the JSON, beside the words'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--samples' = 'the documents that come along, instead of paths'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--skip-duplicates' = 'of files with the same content, read only the first'
        '--check' = 'begin nothing: tell what would be read, like preflight'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'classify' = @{
      words = @()
      flags = [ordered]@{
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--samples' = 'the documents that come along, instead of paths'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--skip-duplicates' = 'of files with the same content, read only the first'
        '--check' = 'begin nothing: tell what would be read, like preflight'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--template' = @()
        '-t' = @()
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'split' = @{
      words = @()
      flags = [ordered]@{
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--samples' = 'the documents that come along, instead of paths'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--skip-duplicates' = 'of files with the same content, read only the first'
        '--check' = 'begin nothing: tell what would be read, like preflight'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--template' = @()
        '-t' = @()
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'preflight' = @{
      words = @()
      flags = [ordered]@{
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--split' = 'auto: a file may hold several documents'
        '--threshold' = 'values less sure than this (0 to 1) need review; by default as measured'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--samples' = 'the documents that come along, instead of paths'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--skip-duplicates' = 'of files with the same content, read only the first'
        '--check' = 'begin nothing: tell what would be read, like preflight'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--template' = @()
        '-t' = @()
        '--split' = @('never', 'auto')
        '--threshold' = @()
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'watch' = @{
      words = @()
      flags = [ordered]@{
        '--kind' = 'extract, classify, split or read'
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--split' = 'auto: a file may hold several documents'
        '--threshold' = 'values less sure than this (0 to 1) need review; by default as measured'
        '--tables' = 'tables as rows and columns in the JSON, beside the words'
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--out' = 'a file a batch: {folder}, {date} and {time} are filled in; a name that is taken is numbered'
        '-o' = 'a file a batch: {folder}, {date} and {time} are filled in; a name that is taken is numbered'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--move-to' = 'files are moved there once their documents are stored; never over another file'
        '--every' = 'between two looks, such as 500ms or 2m (5s)'
        '--settle' = 'for so long a file must not have changed (5s)'
        '--endless' = 'a file that never ends as it should is taken all the same after so long (5m)'
        '--flat' = 'without sub-folders'
        '--leave-existing' = 'what lies there the first time is not read'
        '--once' = 'end when everything that is there was read'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--kind' = @('extract', 'classify', 'split', 'read')
        '--template' = @()
        '-t' = @()
        '--split' = @('never', 'auto')
        '--threshold' = @()
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--move-to' = @()
        '--every' = @()
        '--settle' = @()
        '--endless' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'resume' = @{
      words = @('latest')
      flags = [ordered]@{
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'status' = @{
      words = @('latest')
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'list' = @{
      words = @('latest')
      flags = [ordered]@{
        '--cursor' = 'where the piece before ended, as it said'
        '--limit' = 'how many at a time, 1 to 1000 (50)'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--cursor' = @()
        '--limit' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'show' = @{
      words = @()
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'export' = @{
      words = @('latest')
      flags = [ordered]@{
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--proof' = 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere'
        '--evidence' = 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to'
        '--layout' = 'of .xlsx and .csv: the columns of a saved layout, or of a layout file (.json)'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--out' = @()
        '-o' = @()
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--layout' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'exports' = @{
      words = @('latest')
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'repeat' = @{
      words = @()
      flags = [ordered]@{
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--out' = @()
        '-o' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'apply' = @{
      words = @()
      flags = [ordered]@{
        '--dry-run' = 'change nothing: tell the differences'
        '--conflicts' = 'where both sides were changed, the file’’s values win; else they are left out'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'verify' = @{
      words = @()
      flags = [ordered]@{
        '--sources' = 'look for the files that went in, too, by their content'
        '--json' = 'the answer as JSON, for programs'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--sources' = @()
      }
    }
    'retry' = @{
      words = @('latest')
      flags = [ordered]@{
        '--reader' = 'auto (the text inside a file where it can be trusted), ocr or text_layer'
        '--language' = 'read pictures in this language instead of the one that is found, such as de or deu'
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--reader' = @('auto', 'ocr', 'text_layer')
        '--language' = @()
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'cancel' = @{
      words = @('latest')
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'add' = @{
      words = @()
      flags = [ordered]@{
        '--password-file' = 'passwords for locked files, one a line'
        '--password' = 'the same in the command line, where other users of the computer may see it'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--password-file' = @()
        '--password' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'reextract' = @{
      words = @('latest')
      flags = [ordered]@{
        '--template' = 'a template’’s name, a template file (.json), or auto'
        '-t' = 'a template’’s name, a template file (.json), or auto'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--template' = @()
        '-t' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'duplicate' = @{
      words = @('latest')
      flags = [ordered]@{
        '--frozen' = 'with the templates of that batch instead of today’’s'
        '--name' = 'what the batch is called'
        '--out' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '-o' = '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once'
        '--follow' = 'events as JSON lines on stderr instead of a progress bar'
        '--quiet' = 'nothing on stderr but errors'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--name' = @()
        '--out' = @()
        '-o' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'change' = @{
      words = @('latest')
      flags = [ordered]@{
        '--name' = 'what the batch is called'
        '--reference' = 'your own id for it; stands in every row'
        '--priority' = 'low, normal or high among batches'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--name' = @()
        '--reference' = @()
        '--priority' = @('low', 'normal', 'high')
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'delete' = @{
      words = @('latest')
      flags = [ordered]@{
        '--purge' = 'gone at once, with previews and kept pages; original files stay'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'restore' = @{
      words = @('latest')
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'templates' = @{
      words = @('list', 'show', 'import', 'check', 'test')
      flags = [ordered]@{
        '--replace' = 'of import: the file takes the place of its namesake'
        '--limit' = 'of test: so many documents at most (100)'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--limit' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'layouts' = @{
      words = @('list', 'show', 'import', 'export', 'infer', 'remove')
      flags = [ordered]@{
        '--replace' = 'of import: in the place of its namesake; of export and infer: of the file'
        '--batch' = 'of infer: what the documents of this batch have is meant first'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--batch' = @('latest')
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'hooks' = @{
      words = @('list', 'add', 'test', 'on', 'off', 'remove')
      flags = [ordered]@{
        '--secret-file' = 'of add URL: messages are signed with the first line of it'
        '--leaves-machine' = 'of add URL: confirms an address that is not on this computer or in its network'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--secret-file' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'languages' = @{
      words = @()
      flags = [ordered]@{
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'settings' = @{
      words = @()
      flags = [ordered]@{
        '--retention' = 'finished batches are deleted by themselves after so many days; or never'
        '--csv-for' = '.csv as the Excel of a computer of that locale opens it; else by the standard'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--retention' = @('never', '30', '90', '365')
        '--csv-for' = @('standard', 'de-DE', 'en-US', 'fr-FR')
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'doctor' = @{
      words = @()
      flags = [ordered]@{
        '--fix' = 'take away what belongs to nothing any more'
        '--compact' = 'give free room in the database back to the disk'
        '--bundle' = 'log, findings, counts, settings and versions as .json.gz; no names, no contents'
        '--restore' = 'the copy beside a damaged database takes its place'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--bundle' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'serve' = @{
      words = @()
      flags = [ordered]@{
        '--port' = 'a port of your choice instead of a free one'
        '--api' = 'other programs on this computer are answered at /v1, by keys (GET /v1/openapi.json)'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--port' = @()
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'clients' = @{
      words = @('list', 'add', 'revoke')
      flags = [ordered]@{
        '--write' = 'of add: it may begin, cancel and retry batches; else it may only look'
        '--folder' = 'of add: it may name files in this folder (else in the home folder); several times'
        '--days' = 'of add: its key expires after so many days'
        '--json' = 'the answer as JSON, for programs'
        '--data-dir' = 'where batches are kept (else SHEAF_DATA_DIR, else the user’’s own folder)'
        '--threads' = 'how many pages are read at a time (else one a core, at most 8)'
        '--on-battery' = 'read on when the computer runs on battery'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--folder' = @()
        '--days' = @('30', '90', '365')
        '--data-dir' = @()
        '--threads' = @()
      }
    }
    'completion' = @{
      words = @('bash', 'zsh', 'fish', 'powershell')
      flags = [ordered]@{
        '--for' = 'the name under which you call it (sheaf)'
        '--help' = 'this'
        '-h' = 'this'
      }
      values = @{
        '--for' = @()
      }
    }
  }
  $typed = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })
  if ($wordToComplete -ne '' -and $typed.Count -gt 1) {
    $typed = @($typed[0..($typed.Count - 2)])
  }
  $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }
  if (-not $known.ContainsKey($command)) { return }
  $here = $known[$command]
  $before = $typed[-1]
  $offers = [ordered]@{}
  if ($here.values.ContainsKey($before)) {
    foreach ($value in $here.values[$before]) { $offers[$value] = $value }
  } elseif ($wordToComplete -like '-*') {
    foreach ($flag in $here.flags.Keys) { $offers[$flag] = $here.flags[$flag] }
  } elseif ($command -eq '') {
    foreach ($each in $commands.Keys) { $offers[$each] = $commands[$each] }
  } else {
    foreach ($word in $here.words) { $offers[$word] = $word }
  }
  foreach ($offer in $offers.Keys) {
    if ($offer -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($offer, $offer, 'ParameterValue', $offers[$offer])
    }
  }
}