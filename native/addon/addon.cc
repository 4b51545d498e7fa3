// The reader for Node: work runs on libuv's threads, results are columns that JavaScript takes over
// without a copy.
#include "reader.h"

#include <memory>
#include <napi.h>
#include <string>
#include <vector>

namespace
{

/** Hands a vector's memory to JavaScript, which frees it with the array. */
template <typename T> Napi::ArrayBuffer moveBuffer(Napi::Env env, std::vector<T> &&column)
{
        if (column.empty())
                return Napi::ArrayBuffer::New(env, 0);
        auto *kept = new std::vector<T>(std::move(column));
        return Napi::ArrayBuffer::New(
            env, kept->data(), kept->size() * sizeof(T),
            [](Napi::Env, void *, std::vector<T> *owned) { delete owned; }, kept);
}

template <typename T, typename Column>
Napi::Value moveArray(Napi::Env env, std::vector<Column> &&column)
{
        const size_t length = column.size() * (sizeof(Column) / sizeof(T));
        return Napi::TypedArrayOf<T>::New(env, length, moveBuffer(env, std::move(column)), 0);
}

Napi::Value move(Napi::Env env, std::vector<uint8_t> &&column)
{
        return moveArray<uint8_t>(env, std::move(column));
}

Napi::Value move(Napi::Env env, std::vector<uint16_t> &&column)
{
        return moveArray<uint16_t>(env, std::move(column));
}

Napi::Value move(Napi::Env env, std::vector<uint32_t> &&column)
{
        return moveArray<uint32_t>(env, std::move(column));
}

Napi::Value move(Napi::Env env, std::vector<uint64_t> &&column)
{
        const size_t length = column.size();
        return Napi::TypedArrayOf<uint64_t>::New(env, length, moveBuffer(env, std::move(column)), 0,
                                                 napi_biguint64_array);
}

/** Texts are pairs: where each is, and how long. */
Napi::Value move(Napi::Env env, std::vector<elf::Text> &&column)
{
        static_assert(sizeof(elf::Text) == 2 * sizeof(uint32_t));
        return moveArray<uint32_t>(env, std::move(column));
}

class ReadWorker : public Napi::AsyncWorker
{
      public:
        ReadWorker(Napi::Env env, std::vector<std::string> paths, uint32_t want, uint64_t enough)
            : Napi::AsyncWorker(env, "wildebeest:elf"),
              deferred_(Napi::Promise::Deferred::New(env)), paths_(std::move(paths)), want_(want),
              enough_(enough)
        {
        }

        Napi::Promise promise() const
        {
                return deferred_.Promise();
        }

        void Execute() override
        {
                elf::Reader reader(want_, enough_);
                for (const std::string &path : paths_) {
                        reader.read(path);
                        if (reader.size() >= enough_)
                                break;
                }
                tables_ = reader.finish();
        }

        void OnOK() override
        {
                const Napi::Env env = Env();
                Napi::Object result = Napi::Object::New(env);
                tables_.columns([&](const char *name, auto &column) {
                        result.Set(name, move(env, std::move(column)));
                });
                deferred_.Resolve(result);
        }

        void OnError(const Napi::Error &error) override
        {
                deferred_.Reject(error.Value());
        }

      private:
        Napi::Promise::Deferred deferred_;
        std::vector<std::string> paths_;
        uint32_t want_;
        uint64_t enough_;
        elf::Tables tables_;
};

/** read(paths, want, enough): a promise of the columns of the first files, as many as make `enough`
 * bytes of columns. */
Napi::Value read(const Napi::CallbackInfo &info)
{
        const Napi::Env env = info.Env();
        if (info.Length() != 3 || !info[0].IsArray() || !info[1].IsNumber() || !info[2].IsNumber())
                throw Napi::TypeError::New(env, "read(paths, want, enough)");
        const auto list = info[0].As<Napi::Array>();
        std::vector<std::string> paths;
        paths.reserve(list.Length());
        for (uint32_t i = 0; i < list.Length(); i++) {
                const Napi::Value path = list[i];
                if (!path.IsString())
                        throw Napi::TypeError::New(env, "read: a path that is no string");
                paths.push_back(path.As<Napi::String>().Utf8Value());
        }
        auto *worker =
            new ReadWorker(env, std::move(paths), info[1].As<Napi::Number>().Uint32Value(),
                           static_cast<uint64_t>(info[2].As<Napi::Number>().Int64Value()));
        const Napi::Promise promise = worker->promise();
        worker->Queue();
        return promise;
}

Napi::Object initialize(Napi::Env env, Napi::Object exports)
{
        exports.Set("read", Napi::Function::New(env, read, "read"));
        return exports;
}

} // namespace

NODE_API_MODULE(wildebeest_elf, initialize)
