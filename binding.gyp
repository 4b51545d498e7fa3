{
  "targets": [
    {
      "target_name": "wildebeest_elf",
      "sources": [
        "native/addon/addon.cc",
        "native/core/archive.cc",
        "native/core/bytes.cc",
        "native/core/mapping.cc",
        "native/core/object.cc",
        "native/core/reader.cc"
      ],
      "include_dirs": ["native/core", "<!@(node -p \"require('node-addon-api').include_dir\")"],
      "defines": ["NAPI_VERSION=8", "NAPI_CPP_EXCEPTIONS"],
      "cflags_cc": ["-std=c++17", "-fexceptions", "-fvisibility=hidden"],
      "cflags_cc!": ["-fno-exceptions", "-fno-rtti", "-std=gnu++17", "-std=gnu++20"]
    }
  ]
}
